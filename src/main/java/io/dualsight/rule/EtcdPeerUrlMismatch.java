package io.dualsight.rule;

import java.util.List;

/** etcd knows this member under another address. */
final class EtcdPeerUrlMismatch implements Rule {

    @Override
    public String id() {
        return "ETCD_PEER_URL_MISMATCH";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation
                .standing("etcd-not-member")
                .findFirst()
                .map(hit -> List.of(Draft.of(
                        Severity.CRITICAL,
                        "etcd",
                        Evidence.of("found", hit.group(1).orElse(null))
                                .and("expected", hit.group(2).orElse(null))
                                .and("log", hit.text()),
                        situation.hostFix().etcdMember())))
                .orElse(List.of());
    }
}
