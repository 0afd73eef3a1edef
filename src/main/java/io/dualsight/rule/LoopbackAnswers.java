package io.dualsight.rule;

import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Health endpoints of a component that were asked on both loopback addresses and answered on one. */
final class LoopbackAnswers {

    private LoopbackAnswers() {}

    /**
     * One such endpoint.
     *
     * @param port where it is asked
     * @param answers the family of the loopback address that answers
     */
    record Answer(int port, IpFamily answers) {}

    static List<Answer> of(ComponentFacts component) {
        Map<Integer, Map<IpFamily, Boolean>> byPort = new TreeMap<>();
        for (ComponentFacts.Endpoint endpoint : component.endpoints()) {
            uri(endpoint.url())
                    .ifPresent(uri -> loopback(uri)
                            .ifPresent(family -> byPort.computeIfAbsent(
                                            uri.getPort(), port -> new EnumMap<>(IpFamily.class))
                                    .merge(family, endpoint.status() != null, Boolean::logicalOr)));
        }
        List<Answer> answers = new ArrayList<>();
        byPort.forEach((port, families) -> {
            Boolean ipv4 = families.get(IpFamily.IPV4);
            Boolean ipv6 = families.get(IpFamily.IPV6);
            if (ipv4 != null && ipv6 != null && !ipv4.equals(ipv6)) {
                answers.add(new Answer(port, ipv4 ? IpFamily.IPV4 : IpFamily.IPV6));
            }
        });
        return answers;
    }

    /** The loopback address of a family. */
    static String loopback(IpFamily family) {
        return family == IpFamily.IPV4 ? "127.0.0.1" : "::1";
    }

    private static Optional<URI> uri(String url) {
        try {
            return Optional.of(URI.create(url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<IpFamily> loopback(URI uri) {
        String host = uri.getHost();
        return host == null
                ? Optional.empty()
                : IpAddress.parse(host.replace("[", "").replace("]", ""))
                        .filter(IpAddress::isLoopback)
                        .map(IpAddress::family);
    }
}
