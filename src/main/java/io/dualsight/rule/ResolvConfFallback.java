package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.Resolvers;
import java.util.List;

/** Pods ask 8.8.8.8 for names, as the host's own name servers were refused. */
final class ResolvConfFallback implements Rule {

    @Override
    public String id() {
        return "RESOLV_CONF_FALLBACK";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        String log = situation.log("resolv-fallback");
        boolean withoutIpv4 = situation.host().hasNone(IpFamily.IPV4);
        Resolvers resolvers = situation.report().network().resolvers();
        // the host's own choice of 8.8.8.8 is only wrong where it cannot be reached
        boolean lost = withoutIpv4 && resolvers != null && isFallback(situation, resolvers);
        if (log == null && !lost) {
            return List.of();
        }
        Evidence evidence = Evidence.of("resolvers", resolvers == null ? null : resolvers.servers())
                .and("family", situation.stack().wire())
                .and("log", log);
        Severity severity = withoutIpv4 ? Severity.ERROR : Severity.WARNING;
        return Draft.alone(
                severity, "resolv.conf", evidence, situation.configFix().resolvers());
    }

    private static boolean isFallback(Situation situation, Resolvers resolvers) {
        return resolvers.servers().equals(List.of("8.8.8.8"))
                && situation.configured("resolv-conf").isEmpty();
    }
}
