package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something in {@code node-ip} is no IP address. */
final class NodeIpUnparsable implements Rule {

    @Override
    public String id() {
        return "NODE_IP_UNPARSABLE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<Draft> drafts = new ArrayList<>();
        for (String key : List.of("node-ip", "node-external-ip")) {
            situation.configured(key).stream()
                    .filter(item -> IpAddress.parse(item).isEmpty())
                    .forEach(item -> drafts.add(draft(situation, Severity.CRITICAL, key, item)));
        }
        NodeIpLists.kubeletArgument(situation).stream()
                .filter(item -> IpAddress.parse(item).isEmpty())
                .forEach(item -> drafts.add(draft(situation, Severity.ERROR, "kubelet-arg node-ip", item)));
        if (drafts.isEmpty()) {
            logged(situation).ifPresent(drafts::add);
        }
        return drafts;
    }

    private static Draft draft(Situation situation, Severity severity, String key, String item) {
        Evidence evidence = Evidence.of("key", key)
                .and("item", item.isEmpty() ? "\"\"" : item)
                .and("fatal", situation.choice().fatal());
        return Draft.of(severity, item, evidence, situation.pin());
    }

    private static Optional<Draft> logged(Situation situation) {
        return Stream.of("node-ip-format", "kubelet-ignores")
                .flatMap(situation::standing)
                .findFirst()
                .map(hit -> Draft.of(
                        hit.entry().severity(),
                        "log",
                        Evidence.of("key", "node-ip")
                                .and("item", hit.group(1).orElse(null))
                                .and("log", hit.text()),
                        situation.pin()));
    }
}
