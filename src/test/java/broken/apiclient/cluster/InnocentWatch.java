package broken.apiclient.cluster;

import broken.apiclient.io.fabric8.BystanderClient;

public class InnocentWatch {
    private final BystanderClient client;

    InnocentWatch(BystanderClient client) {
        this.client = client;
    }

    public boolean isRunning() {
        return client != null;
    }
}
