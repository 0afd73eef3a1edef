package broken.apiclient.cluster;

import broken.apiclient.io.fabric8.BystanderClient;
import java.util.List;

public class TakesClient {
    public TakesClient(List<BystanderClient> clients) {}
}
