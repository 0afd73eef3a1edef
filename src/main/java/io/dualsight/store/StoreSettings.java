package io.dualsight.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports are committed.
 *
 * @param queueCapacity reports that may wait for the writer; past it requests get 429
 * @param batchSize reports that one transaction takes before it stops looking for more
 * @param nodesInMemory nodes whose last state the writer remembers, to save a query; about 2 KB each
 */
@ConfigurationProperties("dualsight.store")
record StoreSettings(
        @DefaultValue("4000") int queueCapacity,
        @DefaultValue("500") int batchSize,
        @DefaultValue("20000") int nodesInMemory) {

    StoreSettings {
        require("queue-capacity", queueCapacity);
        require("batch-size", batchSize);
        require("nodes-in-memory", nodesInMemory);
    }

    private static void require(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("dualsight.store." + name + " is " + value + "; expected 1 or more");
        }
    }
}
