/**
 * Who may speak: agents by token, people by password, programs by token; what each may do; and a record of it.
 *
 * <p>Three doors. {@code POST /api/v1/reports} takes agent tokens ({@code dsa_}) and nothing else. The rest of
 * {@code /api} takes API tokens ({@code dsp_}) and sessions, and answers 401 as problem JSON, never by a redirect; an
 * agent token reads nothing there. Pages take sessions and send everybody else to {@code /login}.
 *
 * <p>Tokens carry 256 random bits and are kept as SHA-256; passwords are kept with a slow hash. Both are shown once. A
 * good token is remembered for ten seconds, so a revocation made on another replica counts after ten seconds and one
 * made here at once.
 *
 * <p>A password in {@code dualsight.admin.password} rules: each start sets it for the admin of that name. Where none is
 * set and there is nobody yet, one is made and printed.
 */
@NullMarked
package io.dualsight.identity;

import org.jspecify.annotations.NullMarked;
