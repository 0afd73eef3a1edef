package io.dualsight.store;

import java.util.List;

/**
 * Event: another node has just claimed a node IP of these nodes, so they are to be judged again.
 *
 * @param nodes that claimed it before
 */
public record AddressShared(List<NodeKey> nodes) {

    public AddressShared {
        nodes = List.copyOf(nodes);
    }
}
