package broken.lookup.agent;

import java.net.InetAddress;
import java.net.UnknownHostException;

class AsksForOne {
    InetAddress of(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }
}
