/**
 * What people and programs read: pages, the reading API, CSV. Known by nobody.
 *
 * <p>A page's handler asks the store, builds one record in the reader's language and hands it to one template of
 * the same name; templates look up and place, and compute nothing. The same URL parameters give HTML, JSON and CSV:
 * {@link io.dualsight.web.ListAddress} writes them for all three. Everything works without JavaScript; htmx asks
 * the same URLs for a part of the page. Notes on the design stand in {@code frontend-notes/}.
 */
@NullMarked
package io.dualsight.web;

import org.jspecify.annotations.NullMarked;
