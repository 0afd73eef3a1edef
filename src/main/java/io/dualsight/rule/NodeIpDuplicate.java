package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two nodes have the same node address. */
final class NodeIpDuplicate implements Rule {

    @Override
    public String id() {
        return "DUPLICATE_NODE_IP";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        Map<IpAddress, List<String>> holders = situation.facts().fleet().holders();
        List<Draft> drafts = new ArrayList<>();
        situation
                .nodeIps()
                .filter(address -> !holders.getOrDefault(address, List.of()).isEmpty())
                .map(address -> Draft.of(
                        Severity.CRITICAL,
                        address,
                        Evidence.of("address", address).and("nodes", holders.get(address)),
                        Remediation.NONE))
                .forEach(drafts::add);
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
