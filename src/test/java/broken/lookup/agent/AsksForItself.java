package broken.lookup.agent;

import java.net.InetAddress;
import java.net.UnknownHostException;

class AsksForItself {
    InetAddress self() throws UnknownHostException {
        return InetAddress.getLocalHost();
    }
}
