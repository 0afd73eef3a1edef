package io.dualsight.bench;

import io.dualsight.Visitor;

/** What somebody who has nothing to do with a fault is answered meanwhile. */
final class Others {
    private Others() {}

    /** The status of a page that asks the database. */
    static String page(Console console) {
        return status(console, "/api/v1/nodes?limit=1");
    }

    /** As the kubelet asks, without a token. */
    static String live(Console console) {
        return status(console, "/actuator/health/liveness");
    }

    private static String status(Console console, String path, String... headers) {
        try {
            return Integer.toString(new Visitor(console.port).get(path, headers).statusCode());
        } catch (AssertionError e) {
            return "none";
        }
    }
}
