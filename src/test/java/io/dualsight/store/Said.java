package io.dualsight.store;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.detect.ClusterSettings;
import io.dualsight.detect.Phrase;
import io.dualsight.detect.Prediction;
import io.dualsight.rule.FamilyStatus;
import io.dualsight.rule.Finding;
import io.dualsight.rule.HostStack;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.NodeFamilies;
import io.dualsight.rule.ReadyTime;
import io.dualsight.rule.Remediation;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a node said, judged: a healthy IPv6-only node, of which a test changes what it is about. */
public final class Said {

    public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final String cluster;
    private final String node;
    private UUID reportId = UUID.randomUUID();
    private Instant collectedAt = START;
    private Instant receivedAt;
    private String address = "2001:db8:1::10";
    private String nodeIp = "2001:db8:1::10";
    private String version = "v1.31.6+rke2r1";
    private String cni = "calico";
    private String role = "server";
    private String logLine = "";
    private Integer intervalSeconds = 60;
    private long memoryBytes = 31_457_280;
    private int millis = 3;
    private HostStack family = HostStack.IPV6_ONLY;
    private boolean incorrect;
    private boolean unjudged;
    private String unread = "";
    private Long readySeconds;
    private final List<Finding> findings = new ArrayList<>();

    private Said(String cluster, String node) {
        this.cluster = cluster;
        this.node = node;
    }

    public static Said by(String cluster, String node) {
        return new Said(cluster, node);
    }

    public static Said by(String node) {
        return new Said("edge", node);
    }

    public Said id(UUID id) {
        reportId = id;
        return this;
    }

    public Said at(Instant collected) {
        collectedAt = collected;
        return this;
    }

    public Said received(Instant received) {
        receivedAt = received;
        return this;
    }

    public Said nodeIp(String text) {
        nodeIp = text;
        return this;
    }

    public Said address(String text) {
        address = text;
        return this;
    }

    public Said version(String text) {
        version = text;
        return this;
    }

    public Said cni(String text) {
        cni = text;
        return this;
    }

    public Said role(String text) {
        role = text;
        return this;
    }

    public Said logLine(String text) {
        logLine = text;
        return this;
    }

    public Said every(Integer seconds) {
        intervalSeconds = seconds;
        return this;
    }

    /** Changes what differs in every report. */
    public Said busy(long memory, int checkMillis) {
        memoryBytes = memory;
        millis = checkMillis;
        return this;
    }

    public Said family(HostStack stack) {
        family = stack;
        return this;
    }

    /** Nothing could be judged. */
    public Said unjudged() {
        unjudged = true;
        return this;
    }

    /** One fact could not be read. */
    public Said unread(String probe) {
        unread = probe;
        return this;
    }

    public Said incorrect() {
        incorrect = true;
        return this;
    }

    public Said ready(long seconds) {
        readySeconds = seconds;
        return this;
    }

    public Said finding(String rule, Severity severity) {
        findings.add(new Finding(rule, severity, Map.of("seen", nodeIp), Remediation.NONE));
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return this;
    }

    public Report report() {
        String json = """
                {"schemaVersion": 1, "reportId": "%s", "cluster": "%s", "node": "%s", "collectedAt": "%s",
                 "agent": {"version": "0.1.0", "memoryBytes": %d, "cpuSeconds": 4.25, "spooledReports": 0%s%s},
                 "host": {"hostname": "%s", "distribution": "rke2", "distributionVersion": %s, "roles": ["%s"]},
                 "config": {"values": {"node-ip": %s, "cni": %s, "cluster-cidr": "2001:cafe:42::/56"}},
                 "interfaces": [{"name": "eth0", "index": 2, "up": true, "addresses": [
                   {"address": "%s", "prefixLength": 64, "scope": "global", "flags": ["permanent"]}]}],
                 "kubernetes": {"internalIps": ["2001:db8:1::10"], "annotations": {}},
                 "components": [{"name": "calico-node", "state": "running", "deleting": false, "endpoints": [
                   {"url": "http://[::1]:9099/readiness", "status": 200, "millis": %d}]}],
                 "connectivity": [
                   {"target": "cluster-dns", "family": "ipv6", "ok": false},
                   {"target": "kubernetes-service", "family": "ipv6", "ok": true, "millis": %d}],
                 "resources": {"memoryUsedBytes": %d}%s}
                """.formatted(
                reportId,
                cluster,
                node,
                collectedAt,
                memoryBytes,
                intervalSeconds == null ? "" : ", \"intervalSeconds\": " + intervalSeconds,
                unread.isEmpty() ? "" : ", \"probeErrors\": [{\"probe\": \"" + unread + "\", \"message\": \"denied\"}]",
                node,
                Json.write(version),
                role,
                Json.write(nodeIp),
                Json.write(cni),
                address,
                millis,
                millis,
                memoryBytes,
                logLine.isEmpty() ? "" : ", \"logLines\": [{\"line\": " + Json.write(logLine) + "}]");
        return ReportReader.read(Json.read(json), null);
    }

    public Judgement judgement() {
        Verdict verdict = findings.isEmpty()
                ? unjudged ? Verdict.UNKNOWN : Verdict.OK
                : Verdict.valueOf(findings.get(0).severity().name());
        IpAddress own = IpAddress.parse(address).orElseThrow();
        return new Judgement(
                verdict,
                new NodeFamilies(
                        family,
                        List.of(IpFamily.IPV6),
                        new FamilyStatus(FamilyStatus.Status.ABSENT_EXPECTED, null, null, Phrase.of("absent")),
                        new FamilyStatus(FamilyStatus.Status.PRESENT, own, "eth0", Phrase.of("present"))),
                Prediction.of(report(), ClusterSettings.UNKNOWN),
                IpList.of(own),
                new ReadyTime(null, readySeconds, null),
                incorrect,
                findings);
    }

    public JudgedReport judged() {
        return new JudgedReport(report(), judgement(), receivedAt == null ? collectedAt : receivedAt);
    }
}
