package io.dualsight.agent;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import io.dualsight.contract.IpPrefix;
import io.dualsight.contract.Json;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.MalformedJsonException;
import io.dualsight.contract.NodeAnnotations;
import io.dualsight.contract.ReadyCondition;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The node's own Node object, as the API shows it to whoever may read it from here. */
final class NodeProbe {

    private static final int MILLIS = 5_000;

    private final Credentials credentials;
    private @Nullable SSLSocketFactory sockets;

    NodeProbe(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Whether it asks by these, so that it can be kept, and with it the handshake that it can take up again. */
    boolean asksBy(Credentials others) {
        return credentials.equals(others);
    }

    KubernetesFacts read(String node) throws IOException {
        String source = credentials.server() + "/api/v1/nodes/" + node;
        if (sockets == null) {
            sockets = Certificates.of(credentials);
        }
        return new BoundedGet(source, MILLIS)
                .trusting(sockets)
                .as(credentials.token())
                .answer(answer -> read(source, answer));
    }

    private static KubernetesFacts read(String source, HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() != 200) {
            throw new UnreadableException(source, "HTTP " + connection.getResponseCode());
        }
        try (InputStream in = connection.getInputStream()) {
            if (Json.read(in.readNBytes(HostFiles.WHOLE)) instanceof Map<?, ?> node) {
                return facts(node);
            }
            throw new UnreadableException(source, "no object");
        } catch (MalformedJsonException e) {
            throw new UnreadableException(source, "no JSON that can be read");
        }
    }

    static KubernetesFacts facts(Map<?, ?> node) {
        Map<?, ?> metadata = map(node.get("metadata"));
        Map<?, ?> status = map(node.get("status"));
        TreeMap<String, String> annotations = new TreeMap<>();
        map(metadata.get("annotations")).forEach((key, value) -> {
            if (NodeAnnotations.isWanted(String.valueOf(key))) {
                annotations.put(String.valueOf(key), String.valueOf(value));
            }
        });
        return new KubernetesFacts(
                text(metadata.get("uid")),
                time(metadata.get("creationTimestamp")),
                addresses(status, "InternalIP"),
                addresses(status, "ExternalIP"),
                cidrs(map(node.get("spec")).get("podCIDRs")),
                annotations,
                ready(status));
    }

    private static IpList addresses(Map<?, ?> status, String type) {
        List<IpAddress> addresses = new ArrayList<>();
        for (Object each : list(status.get("addresses"))) {
            if (type.equals(map(each).get("type"))) {
                IpAddress.parse(String.valueOf(map(each).get("address"))).ifPresent(addresses::add);
            }
        }
        return new IpList(addresses);
    }

    private static CidrList cidrs(@Nullable Object value) {
        List<IpPrefix> prefixes = new ArrayList<>();
        list(value).forEach(each -> IpPrefix.parse(String.valueOf(each)).ifPresent(prefixes::add));
        return new CidrList(prefixes);
    }

    private static @Nullable ReadyCondition ready(Map<?, ?> status) {
        for (Object each : list(status.get("conditions"))) {
            Map<?, ?> condition = map(each);
            if ("Ready".equals(condition.get("type")) && condition.get("status") instanceof String value) {
                return new ReadyCondition(
                        value,
                        time(condition.get("lastTransitionTime")),
                        text(condition.get("reason")),
                        text(condition.get("message")));
            }
        }
        return null;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static @Nullable Instant time(@Nullable Object value) {
        try {
            return value instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
