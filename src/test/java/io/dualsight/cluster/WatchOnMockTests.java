package io.dualsight.cluster;

/** A watch on Fabric8's mock. */
class WatchOnMockTests extends WatchContract {

    @Override
    Api server() {
        return new MockApi();
    }
}
