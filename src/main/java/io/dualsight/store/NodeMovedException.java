package io.dualsight.store;

/** Another console has changed a node since this one looked at it: look again. */
final class NodeMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeMovedException() {
        super("a node's rows are at another revision");
    }
}
