package broken.lookup.identity;

import java.net.InetSocketAddress;

class MakesSocketAddress {
    InetSocketAddress of(String host) {
        return new InetSocketAddress(host, 443);
    }
}
