package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All rules of {@code domain.md} §8.2, and the judgement that they make together. */
public final class RuleBook {

    /** The evidence name under which a rule that failed says why. */
    static final String FAILURE = "ruleFailure";

    private static final Set<String> INCORRECT_NODE_IP = Set.of(
            "V6ONLY_NODE_IP_IS_V4",
            "V6ONLY_EXTRA_V4_INTERNAL_IP",
            "NODE_IP_INVALID_CLASS",
            "NODE_IP_NOT_ON_HOST",
            "NODE_IP_UNPARSABLE",
            "NODE_IP_V4_MAPPED",
            "NODE_IP_DADFAILED",
            "NODE_IP_DEPRECATED",
            "NODE_IP_TEMPORARY",
            "NODE_IP_IS_VIP",
            "NODE_IP_ON_VIRTUAL_IFACE",
            "BOGUS_IPV4_CLAT",
            "INTERNAL_IP_MISSING",
            "STATUS_ANNOTATION_MISMATCH",
            "CALICO_IP_MISMATCH",
            "CALICO_STALE_V4_ANNOTATION");
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).reversed();

    private final Thresholds thresholds;
    private final VirtualInterfaces virtual;
    private final List<Rule> rules;
    private final Set<String> off;

    /** All rules, with these limits. */
    public RuleBook(Thresholds thresholds) {
        this(thresholds, Set.of());
    }

    /**
     * The rules with these limits.
     *
     * @param off ids of rules that find nothing; what they would suppress stays suppressed
     * @throws IllegalArgumentException for an id that no rule has
     */
    public RuleBook(Thresholds thresholds, Set<String> off) {
        this(thresholds, RuleList.ALL, off);
    }

    RuleBook(Thresholds thresholds, List<Rule> rules) {
        this(thresholds, rules, Set.of());
    }

    private RuleBook(Thresholds thresholds, List<Rule> rules, Set<String> off) {
        this.thresholds = thresholds;
        this.off = Set.copyOf(off);
        this.virtual = new VirtualInterfaces(thresholds.virtualInterfaces());
        this.rules = List.copyOf(rules);
        for (String id : off) {
            if (rules.stream().noneMatch(rule -> rule.id().equals(id))) {
                throw new IllegalArgumentException("no rule is called '" + id + "'");
            }
        }
    }

    /** How long after something happened its age can still change what the rules say of it. */
    public Duration longestLimit() {
        return thresholds.longest();
    }

    /** The ids of all rules, in the order of {@code domain.md}. */
    public static List<String> ids() {
        return RuleList.ALL.stream().map(Rule::id).toList();
    }

    /** The rules that make an IPv6-only node one with an incorrect node IP. */
    public static Set<String> incorrectNodeIpRules() {
        return INCORRECT_NODE_IP;
    }

    /** The ids of the rules that are switched off. */
    public Set<String> off() {
        return off;
    }

    /** The limits of the rules. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** Judges a node. */
    public Judgement judge(Facts facts) {
        Situation situation = new Situation(facts, thresholds, virtual);
        List<Finding> findings = findings(situation);
        return new Judgement(
                verdict(situation, findings),
                new FamilyAssessment(situation).families(),
                situation.prediction(),
                situation.remedies().recommended(),
                ReadyTimes.of(facts),
                incorrectNodeIp(situation, findings),
                findings);
    }

    @SuppressWarnings("IllegalCatch") // a rule that fails must not take the judgement with it
    private List<Finding> findings(Situation situation) {
        Map<String, List<Draft>> drafts = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            judge(rule, situation, drafts).ifPresent(findings::add);
        }
        Precedence.apply(situation, drafts).forEach((rule, left) -> findings.add(merged(rule, left)));
        findings.removeIf(finding -> off.contains(finding.rule()));
        findings.sort(WORST_FIRST);
        return findings;
    }

    /** A rule that fails on strange facts says so, and the others still speak. */
    @SuppressWarnings("checkstyle:illegalcatch")
    private static Optional<Finding> judge(Rule rule, Situation situation, Map<String, List<Draft>> drafts) {
        try {
            drafts.put(rule.id(), rule.judge(situation));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(failed(rule.id(), e));
        }
    }

    private static Finding failed(String rule, RuntimeException e) {
        return new Finding(rule, Severity.UNKNOWN, Evidence.of(FAILURE, e).values(), Remediation.NONE);
    }

    /** One finding a rule and node: values that differ between subjects stand side by side. */
    private static Finding merged(String rule, List<Draft> drafts) {
        Draft worst = drafts.stream().max(Comparator.comparing(Draft::severity)).orElseThrow();
        if (drafts.size() == 1) {
            return new Finding(rule, worst.severity(), worst.evidence(), worst.remediation());
        }
        Map<String, Object> evidence = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            draft.evidence().forEach((name, value) -> evidence.merge(name, value, RuleBook::both));
        }
        return new Finding(rule, worst.severity(), evidence, worst.remediation());
    }

    private static Object both(Object one, Object other) {
        if (one.equals(other)) {
            return one;
        }
        List<Object> values = new ArrayList<>(one instanceof List<?> list ? list : List.of(one));
        (other instanceof List<?> list ? list : List.of(other))
                .stream().filter(each -> !values.contains(each)).forEach(values::add);
        return values;
    }

    private static Verdict verdict(Situation situation, List<Finding> findings) {
        Verdict worst = findings.stream()
                .map(finding -> Verdict.of(finding.severity()))
                .max(Comparator.naturalOrder())
                .orElse(judgeable(situation) ? Verdict.OK : Verdict.UNKNOWN);
        return worst.compareTo(Verdict.INFO) <= 0 && sawNothing(situation) ? Verdict.UNKNOWN : worst;
    }

    /** Whether the report has no fact that a rule could speak of but that some could not be read. */
    private static boolean sawNothing(Situation situation) {
        return situation.network().interfaces().isEmpty()
                && situation.report().network().routes() == null
                && situation.config() == null
                && situation.kubernetes() == null
                && situation.report().runtime().logLines().isEmpty()
                && situation.report().runtime().components().isEmpty()
                && situation.facts().now() == null;
    }

    /** A node is well only where its addresses, its node IP and its cluster's families are known. */
    private static boolean judgeable(Situation situation) {
        List<IpAddress> nodeIps = situation.nodeIps().toList();
        return situation.stack() != HostStack.UNKNOWN
                && !nodeIps.isEmpty()
                && !situation.cluster().families().isEmpty();
    }

    private static boolean incorrectNodeIp(Situation situation, List<Finding> findings) {
        return (situation.ipv6OnlyCluster() || situation.ipv6OnlyByHost())
                && findings.stream()
                        .filter(finding -> finding.severity() != Severity.UNKNOWN)
                        .anyMatch(finding -> INCORRECT_NODE_IP.contains(finding.rule()));
    }
}
