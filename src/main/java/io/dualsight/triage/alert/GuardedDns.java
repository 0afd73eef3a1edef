package io.dualsight.triage.alert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Says where a receiver is, and refuses addresses that nobody outside may reach through the console. The client dials
 * exactly what this answers, so a name cannot mean one address here and another there.
 */
final class GuardedDns implements DnsResolver {

    private final boolean allowLocal;

    GuardedDns(boolean allowLocal) {
        this.allowLocal = allowLocal;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        List<InetAddress> good = Stream.of(all)
                .filter(address -> allowLocal || !isLocal(address))
                .toList();
        if (good.isEmpty()) {
            throw new UnknownHostException(host + " is a loopback or link-local address, which is not dialled"
                    + " unless dualsight.alert.allow-local is true");
        }
        return good.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isLocal(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress();
    }
}
