package io.dualsight.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two nodes have the same node address. */
final class NodeIpDuplicate implements Rule {

    @Override
    public String id() {
        return "DUPLICATE_NODE_IP";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<Draft> drafts = new ArrayList<>();
        situation.nodeIps().forEach(address -> {
            List<String> others = situation.facts().fleet().holders().getOrDefault(address, List.of());
            if (!others.isEmpty()) {
                drafts.add(Draft.of(
                        Severity.CRITICAL,
                        address,
                        Evidence.of("address", address).and("nodes", others),
                        Remediation.NONE));
            }
        });
        Stream.of("calico-duplicate", "duplicate-hostname", "calico-changed")
                .flatMap(situation::standing)
                .map(NodeIpDuplicate::logged)
                .forEach(drafts::add);
        return drafts;
    }

    private static Draft logged(Logs.Hit hit) {
        boolean named = hit.entry().code().equals("calico-duplicate");
        Evidence evidence = Evidence.of("address", named ? hit.group(2).orElse(null) : null)
                .and("nodes", named ? hit.group(1).map(List::of).orElse(List.of()) : null)
                .and("log", hit.text());
        return Draft.of(hit.entry().severity(), hit.entry().code(), evidence, Remediation.NONE);
    }
}
