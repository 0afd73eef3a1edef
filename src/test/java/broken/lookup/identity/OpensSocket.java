package broken.lookup.identity;

import java.io.IOException;
import java.net.Socket;

class OpensSocket {
    Socket to(String host) throws IOException {
        return new Socket(host, 443);
    }
}
