package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.rule.Draft.Basis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which finding silences which ({@code domain.md} §8.2b), so that one cause does not show as ten findings.
 *
 * <p>Works on what each rule found by itself; the rules do not know of each other.
 */
final class Precedence {

    private static final Set<String> SPOILED_VALUE =
            Set.of("NODE_IP_UNPARSABLE", "NODE_IP_BAD_LIST", "NODE_IP_INVALID_CLASS");
    private static final Set<String> ADDRESS_QUALITY = Set.of(
            "NODE_IP_NOT_ON_HOST",
            "NODE_IP_DADFAILED",
            "NODE_IP_TENTATIVE",
            "NODE_IP_TEMPORARY",
            "NODE_IP_DEPRECATED",
            "NODE_IP_DYNAMIC",
            "NODE_IP_ULA_WHILE_GUA",
            "NODE_IP_IS_VIP",
            "NODE_IP_ON_VIRTUAL_IFACE",
            "NODE_IP_ON_LOOPBACK_IFACE");
    private static final Set<String> NEEDS_IPV6 =
            Set.of("V6_DEFAULT_ROUTE_LOST", "CALICO_NO_V6_CANDIDATE", "FLANNEL_NO_DEFAULT_IFACE");

    private static final String[] FATAL_LINES = {
        "same-version", "node-ip-format", "no-default-routes", "no-address-by-routes"
    };

    private final Situation situation;
    private final Map<String, List<Draft>> drafts;

    private Precedence(Situation situation, Map<String, List<Draft>> drafts) {
        this.situation = situation;
        this.drafts = drafts;
    }

    /** The drafts that are left, by rule, in the order given. */
    static Map<String, List<Draft>> apply(Situation situation, Map<String, List<Draft>> drafts) {
        Precedence precedence = new Precedence(situation, drafts);
        Map<String, List<Draft>> left = new LinkedHashMap<>();
        drafts.forEach((rule, all) -> {
            List<Draft> kept =
                    all.stream().filter(draft -> precedence.keeps(rule, draft)).toList();
            if (!kept.isEmpty()) {
                left.put(rule, kept);
            }
        });
        return left;
    }

    private boolean keeps(String rule, Draft draft) {
        return !silencedByCause(rule, draft)
                && !silencedOnValue(rule, draft.subject())
                && !(draft.basis() == Basis.PREDICTED_CNI && serviceFails());
    }

    private boolean silencedByCause(String rule, Draft draft) {
        return switch (rule) {
            case "NODE_IP_FAMILY_MISSING" -> found("V6ONLY_NODE_IP_IS_V4") || found("CIDR_FAMILY_MISMATCH");
            case "CLAT_PRESENT" -> found("BOGUS_IPV4_CLAT");
            case "NO_DEFAULT_ROUTE" ->
                ipv6OffWhereWanted() && !situation.cluster().has(IpFamily.IPV4);
            case "CALICO_IP_MISMATCH" ->
                found("CALICO_STALE_V4_ANNOTATION") && draft.subject().equals(IpFamily.IPV4.wire());
            default -> NEEDS_IPV6.contains(rule) && ipv6OffWhereWanted();
        };
    }

    private boolean silencedOnValue(String rule, String value) {
        if (!ADDRESS_QUALITY.contains(rule)) {
            return false;
        }
        if (SPOILED_VALUE.stream().anyMatch(each -> found(each, value))) {
            return true;
        }
        return switch (rule) {
            case "NODE_IP_ON_VIRTUAL_IFACE" -> found("BOGUS_IPV4_CLAT", value);
            case "NODE_IP_TENTATIVE" -> found("NODE_IP_DADFAILED", value);
            case "NODE_IP_DYNAMIC" -> found("NODE_IP_TEMPORARY", value) || found("NODE_IP_DEPRECATED", value);
            default -> false;
        };
    }

    private boolean found(String rule) {
        return drafts.containsKey(rule) && !drafts.get(rule).isEmpty();
    }

    private boolean found(String rule, String subject) {
        return drafts.getOrDefault(rule, List.of()).stream()
                .anyMatch(draft -> draft.subject().equals(subject));
    }

    private boolean ipv6OffWhereWanted() {
        return found("IPV6_DISABLED") && situation.cluster().has(IpFamily.IPV6);
    }

    /** Whether k3s, RKE2 or kubelet is predicted or seen not to come up, so that no pod network starts. */
    private boolean serviceFails() {
        return situation.choice().fatal() != null
                || situation.prediction().kubelet().startFails()
                || found("NODE_IP_BAD_LIST")
                || situation.log(FATAL_LINES) != null;
    }
}
