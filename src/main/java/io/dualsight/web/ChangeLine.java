package io.dualsight.web;

/**
 * Something that changed on a node.
 *
 * @param what in words
 * @param before as text; "none" in words where there was nothing
 * @param after likewise
 */
record ChangeLine(Moment at, NodeLink node, String what, String before, String after) {}
