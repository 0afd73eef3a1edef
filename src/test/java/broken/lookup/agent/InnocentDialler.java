package broken.lookup.agent;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

class InnocentDialler {
    InetSocketAddress of(byte[] address) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(address), 443);
    }
}
