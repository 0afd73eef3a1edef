/**
 * Who may speak: agents by token, people by password, provider or directory, programs by token; what each may do; and a
 * record of it that shows tampering.
 *
 * <p>Three doors. {@code POST /api/v1/reports} takes agent tokens ({@code dsa_}) and nothing else. The rest of
 * {@code /api} takes API tokens ({@code dsp_}) and sessions, and answers 401 as problem JSON, never by a redirect; an
 * agent token reads nothing there. Pages take sessions and send everybody else to {@code /login}. Who gets through which
 * route is the reviewed table {@code security/routes.txt} in the test tree; a route without a line there fails the build.
 *
 * <p>Tokens carry 256 random bits and are kept as SHA-256; passwords are kept with a slow hash. Both are shown once. A
 * good token is remembered for ten seconds, so a revocation made on another replica counts after ten seconds and one
 * made here at once. Sessions are rows of the database, as JSON, and end at the next request after somebody ends them.
 *
 * <p>A password in {@code dualsight.admin.password} rules: each start sets it for the admin of that name. Where none is
 * set and there is nobody yet, one is made and printed.
 *
 * <h2>Threat model: who can do what with which stolen thing</h2>
 *
 * <ul>
 *   <li><b>An agent token of a cluster</b> reports for any node of that cluster, so it can make a node look healthy or
 *       sick, and it can invent nodes, as many as its limit says. It reads nothing. Bind it to a node, give it a limit, or
 *       use ServiceAccount tokens inside Kubernetes; its first use from a new network is in the audit log. Rotate it
 *       with an overlap, revoke it at once.
 *   <li><b>An API token</b> does what its role may do and never more than its maker may by now, until it expires.
 *       Disabling its maker disables it.
 *   <li><b>A session cookie</b> is its person until it is ended, or twelve hours after its last use. It is HttpOnly and
 *       SameSite=Lax, changes at the sign-in, and cannot change anything without the CSRF token of the same browser. Its
 *       owner sees it in the list of sessions; changing the password ends all others.
 *   <li><b>A password of a viewer</b> reads addresses and configuration of the clusters that the viewer may see, no
 *       token and no audit log. Guessing waits after five wrong tries for a name and fifty from a network, on each
 *       replica for itself. Nobody can lock out an admin from elsewhere.
 *   <li><b>The database</b>, read: hashes of tokens and passwords, the ids of live sessions, which are as good as the
 *       cookies, and the secrets with which webhooks are signed, as they are: the console needs them to sign, and a key
 *       to encrypt them would lie beside them. No page, export, log or API shows them. End all sessions then, and make
 *       the signed channels anew. Written: anything, but a changed or missing entry of the audit log shows, unless
 *       the whole chain is computed again; so note the last hash elsewhere, as the audit page offers.
 *   <li><b>The network between proxy and console</b>: the console serves TLS itself from PEM files ({@code
 *       server.ssl.bundle}) and reloads them. {@code X-Forwarded-*} headers count for nothing until the proxy's addresses
 *       are named, so nobody chooses the address that limits and audit see.
 *   <li><b>A node</b> (root on it): its agent token and what the agent may read. The console never calls a node; it calls
 *       the API servers, providers, directories and channels that its own settings name, and no address from a report.
 *       Texts from nodes are shown as text, in pages, CSV and logs.
 *   <li><b>Nothing</b>: a stranger may open connections and send slowly. Ten thousand idle ones cost memory and no
 *       thread; one that is silent for ten seconds is closed; slow senders keep nobody waiting, on Java 21 and later as
 *       many as there are, before that up to 900 at a time ({@code Turnstile}). Nothing is read of a body past its limit.
 *   <li><b>The provider or directory</b>: whoever runs it may become anybody whom it vouches for, and nobody whom the
 *       console itself knows by that name.
 * </ul>
 *
 * <p>There is no H2 console, no JDBC URL or class name from a user, no serialised Java object, no XML; YAML is read by a
 * reader of our own that knows no tags. {@code /actuator/health} says up or down to everybody; metrics are for viewers,
 * the rest of the actuator for admins.
 */
@NullMarked
package io.dualsight.identity;

import org.jspecify.annotations.NullMarked;
