package io.dualsight.web;

import io.dualsight.contract.AddressOrder;
import io.dualsight.contract.CidrList;
import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.FieldError;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.Interfaces;
import io.dualsight.contract.IpAddrJson;
import io.dualsight.contract.IpPrefix;
import io.dualsight.contract.Json;
import io.dualsight.contract.Limits;
import io.dualsight.contract.MalformedJsonException;
import io.dualsight.contract.MalformedReportException;
import io.dualsight.contract.NetworkFacts;
import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.contract.Routes;
import io.dualsight.contract.RuntimeFacts;
import io.dualsight.contract.TopLevelYaml;
import io.dualsight.contract.YamlException;
import io.dualsight.detect.ClusterSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a report of what was pasted, or says what of it cannot be read: every field, and where in it. */
final class CheckReader {

    /** Of a report that names none: nothing is stored, so nothing needs them. */
    private static final String NOWHERE = "none";

    private static final String THIS_NODE = "this-node";

    /**
     * What could not be read.
     *
     * @param field of the form
     * @param text where, and why
     */
    record Fault(String field, String text) {}

    private final CheckForm form;
    private final List<Fault> faults = new ArrayList<>();

    CheckReader(CheckForm form) {
        this.form = form;
    }

    /** Empty once everything was read. */
    List<Fault> faults() {
        return faults;
    }

    /** The report; absent where there are faults. */
    @Nullable
    Report report(Instant now) {
        Report report = form.report().isBlank() ? ofParts(now) : whole();
        return faults.isEmpty() ? report : null;
    }

    /** What the servers give to the node, where the form says it. */
    ClusterSettings settings() {
        CidrList cluster = cidrs("clusterCidr", form.cidrs().cluster());
        CidrList service = cidrs("serviceCidr", form.cidrs().service());
        return new ClusterSettings(cluster, service, null);
    }

    private @Nullable Report whole() {
        int bytes = form.report().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Limits.REPORT_BYTES) {
            faults.add(new Fault("report", bytes + " bytes; expected at most " + Limits.REPORT_BYTES));
            return null;
        }
        try {
            return ReportReader.read(Json.read(form.report()), NOWHERE);
        } catch (MalformedJsonException e) {
            faults.add(new Fault("report", String.valueOf(e.getMessage())));
        } catch (MalformedReportException e) {
            e.errors().stream().map(FieldError::toString).forEach(each -> faults.add(new Fault("report", each)));
        }
        return null;
    }

    private Report ofParts(Instant now) {
        ConfigFacts config = config();
        String name = config == null ? null : config.text("node-name");
        HostFacts host = new HostFacts(
                null,
                new HostFacts.OperatingSystem(null, null, null),
                new HostFacts.Boot(null, null),
                new HostFacts.Distribution(
                        form.host().distribution(), absent(form.host().version())),
                List.of(form.host().role()));
        return new Report(
                new Origin(1, UUID.randomUUID(), NOWHERE, name == null || name.isBlank() ? THIS_NODE : name, now),
                null,
                host,
                config,
                new NetworkFacts(interfaces(), routes(), null, null, null),
                null,
                new RuntimeFacts(null, null, List.of(), List.of(), null, List.of()));
    }

    private static @Nullable String absent(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private @Nullable ConfigFacts config() {
        if (form.config().isBlank()) {
            return null;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        try {
            for (TopLevelYaml.Entry entry : TopLevelYaml.read(form.config(), ConfigFacts.KEYS::contains)) {
                values.put(entry.key(), entry.values());
            }
        } catch (YamlException e) {
            faults.add(new Fault("config", String.valueOf(e.getMessage())));
        }
        return new ConfigFacts("/etc/rancher/" + form.host().distribution() + "/config.yaml", values);
    }

    private @Nullable Interfaces interfaces() {
        if (form.addresses().isBlank()) {
            return null;
        }
        try {
            return new Interfaces(IpAddrJson.read(form.addresses()), AddressOrder.NETLINK, true);
        } catch (MalformedJsonException | IllegalArgumentException e) {
            faults.add(new Fault("addresses", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private @Nullable Routes routes() {
        if (form.routes().isBlank()) {
            return null;
        }
        try {
            return PastedRoutes.read(form.routes());
        } catch (MalformedJsonException | IllegalArgumentException e) {
            faults.add(new Fault("routes", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private @Nullable CidrList cidrs(String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        List<IpPrefix> prefixes = new ArrayList<>();
        for (String item : text.strip().split("[,\\s]+")) {
            IpPrefix.parse(item)
                    .ifPresentOrElse(
                            prefixes::add,
                            () -> faults.add(new Fault(field, item + "; expected a prefix such as 10.42.0.0/16")));
        }
        return new CidrList(prefixes);
    }
}
