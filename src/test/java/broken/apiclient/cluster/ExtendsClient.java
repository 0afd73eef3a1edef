package broken.apiclient.cluster;

import broken.apiclient.io.fabric8.BystanderClient;

public class ExtendsClient extends BystanderClient {}
