package io.dualsight.cluster;

import org.springframework.stereotype.Component;

/**
 * What a watch needs of the rest of the console.
 *
 * @param lock settles which console watches
 * @param shelf where it leaves what it sees
 * @param follower whom it tells
 */
@Component
record Watching(WatchLock lock, ClusterShelf shelf, NodeFollower follower) {}
