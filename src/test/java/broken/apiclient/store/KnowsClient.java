package broken.apiclient.store;

import broken.apiclient.io.fabric8.BystanderClient;

class KnowsClient {
    BystanderClient client;
}
