package broken.lookup.ingest;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

class RefersToLookup {
    interface Lookup {
        InetAddress[] of(String text) throws UnknownHostException;
    }

    Lookup lookup() {
        return Inet6Address::getAllByName;
    }
}
