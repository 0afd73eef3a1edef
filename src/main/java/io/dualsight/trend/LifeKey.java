package io.dualsight.trend;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Which life of a component on a node.
 *
 * @param nodeId the node's row
 * @param life stands for component and instance, which may be long
 */
record LifeKey(long nodeId, UUID life) {

    static LifeKey of(long nodeId, String component, String instance) {
        byte[] name = (component + '\n' + instance).getBytes(StandardCharsets.UTF_8);
        return new LifeKey(nodeId, UUID.nameUUIDFromBytes(name));
    }
}
