package io.dualsight.rule;

import io.dualsight.contract.HostsFile;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A health endpoint answers on one loopback address, and who asks uses the other. */
final class LoopbackProbeMismatch implements Rule {

    private static final Set<Integer> KUBELET_AND_PROXY = Set.of(10248, 10256);
    private static final Set<Integer> ETCD = Set.of(2379, 2381, 2382);

    @Override
    public String id() {
        return "LOOPBACK_PROBE_MISMATCH";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<Draft> drafts = situation.report().runtime().components().stream()
                .flatMap(component -> LoopbackAnswers.of(component).stream()
                        .filter(answer -> !suits(situation, answer))
                        .map(answer -> draft(situation, component.name(), answer)))
                .toList();
        return drafts.isEmpty() ? logged(situation) : drafts;
    }

    private static List<Draft> logged(Situation situation) {
        return situation
                .standing("probe-refused")
                .filter(hit -> refusedByDesign(situation, hit))
                .limit(1)
                .map(hit -> Draft.of(
                        Severity.ERROR,
                        "log",
                        Evidence.of("log", hit.text()),
                        situation.hostFix().localhost()))
                .toList();
    }

    /** Whether the one loopback that answers is the one that is asked. */
    private static boolean suits(Situation situation, LoopbackAnswers.Answer answer) {
        String bound = bound(situation, answer.port());
        HostsFile hosts = situation.report().network().hostsFile();
        Set<IpFamily> localhost = EnumSet.noneOf(IpFamily.class);
        if (hosts != null) {
            hosts.addressesOf("localhost")
                    .forEach(text -> IpAddress.parse(text).ifPresent(each -> localhost.add(each.family())));
        }
        boolean boundElsewhere = bound != null && !bound.equals(LoopbackAnswers.loopback(answer.answers()));
        return !boundElsewhere && (localhost.isEmpty() || localhost.contains(answer.answers()));
    }

    /** Where the configuration makes the component listen; absent = not known. */
    private static @Nullable String bound(Situation situation, int port) {
        if (KUBELET_AND_PROXY.contains(port)) {
            return situation.prediction().kubelet().loopback();
        }
        return ETCD.contains(port) ? situation.prediction().controlPlane().etcdLoopback() : null;
    }

    /** A refusal on the loopback where nothing should listen; on the other one the component may just be down. */
    private static boolean refusedByDesign(Situation situation, Logs.Hit hit) {
        String bound = bound(
                situation,
                Integer.parseInt(hit.group(2).filter(text -> text.length() < 6).orElse("0")));
        String asked = hit.group(1).orElse("").replace("[", "").replace("]", "");
        return bound != null && !bound.equals(asked);
    }

    private static Draft draft(Situation situation, String component, LoopbackAnswers.Answer answer) {
        Evidence evidence = Evidence.of("component", component)
                .and("port", answer.port())
                .and("answers", LoopbackAnswers.loopback(answer.answers()))
                .and("silent", LoopbackAnswers.loopback(answer.answers().other()))
                .and("expected", bound(situation, answer.port()));
        return Draft.of(Severity.ERROR, component, evidence, situation.hostFix().localhost());
    }
}
