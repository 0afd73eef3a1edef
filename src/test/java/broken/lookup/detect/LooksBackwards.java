package broken.lookup.detect;

import java.net.InetSocketAddress;

class LooksBackwards {
    String name(InetSocketAddress peer) {
        return peer.getHostName();
    }
}
