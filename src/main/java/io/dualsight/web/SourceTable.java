package io.dualsight.web;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.Interfaces;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.detect.CalicoOutcome;
import io.dualsight.detect.NodeIpChoice;
import io.dualsight.detect.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who says what: every source's word on a node's addresses, side by side, those that dissent marked. */
final class SourceTable {

    private static final List<String> INTERNAL_IP_ANNOTATIONS =
            List.of("rke2.io/internal-ip", "k3s.io/internal-ip", "alpha.kubernetes.io/provided-node-ip");
    private static final List<String> CALICO_ANNOTATIONS =
            List.of("projectcalico.org/IPv4Address", "projectcalico.org/IPv6Address");
    private static final List<String> FLANNEL_ANNOTATIONS =
            List.of("flannel.alpha.coreos.com/public-ip", "flannel.alpha.coreos.com/public-ipv6");

    private final NodeRecord node;
    private final Wording wording;
    private final List<String> right;
    private final List<NodeDetails.Source> sources = new ArrayList<>();

    SourceTable(NodeRecord node, Wording wording) {
        this.node = node;
        this.wording = wording;
        this.right = node.status().nodeIp().recommended();
    }

    NodeDetails.Says says() {
        KubernetesFacts kubernetes = node.report().kubernetes();
        sources.add(new NodeDetails.Source(
                wording.text("says.recommended"), null, cells(right, "none"), String.join(", ", right), true));
        addConfiguration(node.report().config());
        addPrediction(node.explained().prediction());
        addNodeObject(kubernetes);
        if (kubernetes != null) {
            INTERNAL_IP_ANNOTATIONS.forEach(each -> addAnnotations("says.annotation", kubernetes, List.of(each)));
            addAnnotations("says.calico", kubernetes, CALICO_ANNOTATIONS);
            addAnnotations("says.flannel", kubernetes, FLANNEL_ANNOTATIONS);
        }
        addInterfaces(node.report().network().interfaces());
        return new NodeDetails.Says(sources, kubectl(kubernetes));
    }

    private void addConfiguration(@Nullable ConfigFacts config) {
        List<String> configured = config == null ? List.of() : config.items("node-ip");
        add("says.config", "node-ip", configured, config == null ? "says.unread" : "says.unset");
        if (config != null && config.has("node-external-ip")) {
            add("says.external", "node-external-ip", config.items("node-external-ip"), "says.unset");
        }
    }

    private void addPrediction(Prediction prediction) {
        NodeIpChoice choice = prediction.nodeIp();
        String instead = choice.fatal() == null ? "unknown" : "says.no-start";
        add("says.prediction", null, texts(choice.nodeIps()), instead);
        add("says.kubelet", "--node-ip", texts(prediction.kubelet().nodeIps()), instead);
        CalicoOutcome calico = prediction.calico();
        if (calico != null) {
            List<String> addresses = Stream.of(calico.address(IpFamily.IPV4), calico.address(IpFamily.IPV6))
                    .filter(Objects::nonNull)
                    .toList();
            add("says.calico-prediction", null, addresses, "none");
        }
    }

    private void addNodeObject(@Nullable KubernetesFacts kubernetes) {
        IpList internal = kubernetes == null ? null : kubernetes.internalIps();
        add("says.node-object", "InternalIP", texts(internal), internal == null ? "says.unread" : "none");
    }

    private void addAnnotations(String key, KubernetesFacts kubernetes, List<String> names) {
        Map<String, String> annotations = kubernetes.annotations();
        List<String> present = names.stream().filter(annotations::containsKey).toList();
        if (!present.isEmpty()) {
            List<String> values = present.stream()
                    .flatMap(
                            name -> Stream.of(annotations.getOrDefault(name, "").split(",")))
                    .map(String::strip)
                    .toList();
            add(key, String.join(", ", present), values, "says.unset");
        }
    }

    /** What could be a node IP: no loopback, no link-local address. None of them claims to be one, so none dissents. */
    private void addInterfaces(@Nullable Interfaces interfaces) {
        List<Ip> all = interfaces == null
                ? List.of()
                : interfaces
                        .addresses()
                        .map(InterfaceAddress::address)
                        .filter(IpAddress::isGlobalUnicast)
                        .map(each -> new Ip(each.toString(), false))
                        .toList();
        String instead = wording.text(interfaces == null ? "says.unread" : "none");
        List<NodeDetails.Cell> cells = Stream.of(IpFamily.values())
                .map(family -> new NodeDetails.Cell(
                        all.stream().filter(each -> isOf(family, each.text())).toList(), instead))
                .toList();
        sources.add(new NodeDetails.Source(wording.text("says.interfaces"), null, cells, "", false));
    }

    private void add(String key, @Nullable String field, List<String> texts, String instead) {
        String written = String.join(", ", texts);
        sources.add(new NodeDetails.Source(wording.text(key), field, cells(texts, instead), written, false));
    }

    private List<NodeDetails.Cell> cells(List<String> texts, String instead) {
        return Stream.of(IpFamily.values())
                .map(family -> new NodeDetails.Cell(
                        texts.stream()
                                .filter(each -> isOf(family, each))
                                .map(each -> new Ip(each, NodeIpCells.dissents(bare(each), right)))
                                .toList(),
                        wording.text(texts.isEmpty() ? instead : "none")))
                .toList();
    }

    private String kubectl(@Nullable KubernetesFacts kubernetes) {
        if (kubernetes == null || kubernetes.internalIps() == null) {
            return wording.text("says.kubectl.unread");
        }
        List<String> shown = kubernetes.internalIps().texts();
        return shown.isEmpty()
                ? wording.text("says.kubectl.none")
                : wording.text("says.kubectl", shown.get(0), shown.get(shown.size() - 1));
    }

    private static List<String> texts(@Nullable IpList list) {
        return list == null ? List.of() : list.texts();
    }

    private static boolean isOf(IpFamily family, String text) {
        Optional<IpAddress> address = IpAddress.parse(bare(text));
        return address.isPresent() && address.get().family() == family;
    }

    /** Calico writes its addresses with a prefix length. */
    private static String bare(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }
}
