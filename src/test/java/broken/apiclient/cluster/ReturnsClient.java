package broken.apiclient.cluster;

import broken.apiclient.io.fabric8.BystanderClient;
import java.util.Optional;

public class ReturnsClient {
    public Optional<BystanderClient> client() {
        return Optional.empty();
    }
}
