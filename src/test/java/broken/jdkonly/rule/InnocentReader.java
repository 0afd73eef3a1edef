package broken.jdkonly.rule;

import java.net.http.HttpClient;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.NullMarked;

@NullMarked
class InnocentReader {
    private final byte[] bytes = new byte[1];
    HttpClient client;
    SSLContext context;
    BystanderRule[] rules;

    int length() {
        return bytes.clone().length;
    }
}
