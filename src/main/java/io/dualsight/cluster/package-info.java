/**
 * The API server's own word: what a cluster says of its nodes, and who an agent is by its ServiceAccount token.
 *
 * <p>One console at a time watches a cluster ({@code Leadership}) and writes what it sees to a
 * {@link io.dualsight.cluster.ClusterShelf}, from which the others read, so every replica judges by the same word. What
 * is seen is held as {@link io.dualsight.cluster.NodeView}s: a Node of 14 KB becomes about 2 KB. Reports are completed
 * from memory, so a cluster that hangs or is away delays neither reports nor pages: its last word stands, and its state
 * says how old that is.
 *
 * <p>Each watch is a list in pages, a watch from there, and a list again where the history is gone (410) or the API
 * server was away; failures wait from one second up to a minute. Objects that vanished meanwhile are found by
 * comparison, so nothing is missed. A missing permission stops the feed that needs it and no other, and is shown word for
 * word.
 *
 * <p>Fabric8 is known here and nowhere else.
 */
@NullMarked
package io.dualsight.cluster;

import org.jspecify.annotations.NullMarked;
