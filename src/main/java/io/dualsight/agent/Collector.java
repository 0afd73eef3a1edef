package io.dualsight.agent;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.Interfaces;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.NetworkFacts;
import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import io.dualsight.contract.ResourceFacts;
import io.dualsight.contract.RuntimeFacts;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a report of what the probes find. */
final class Collector {

    private static final RuntimeFacts NOTHING = new RuntimeFacts(null, null, List.of(), List.of(), null, List.of());

    private final Settings settings;
    private final Clock clock;
    private final HostFiles files;
    private final HostProbe host;
    private final InterfacesProbe interfaces;
    private final Programs programs;
    private final ResourcesProbe resources;
    private final RuntimeProbe runtime;
    private final SelfProbe self;

    /**
     * A collector for this host.
     *
     * @param memory of how far logs were read
     * @param environment of the process
     */
    Collector(Settings settings, Clock clock, Memory memory, Map<String, String> environment) {
        this(settings, clock, new BoundedPrograms(), new JdkLinks(), memory, environment);
    }

    Collector(
            Settings settings,
            Clock clock,
            Programs programs,
            LinkSource links,
            Memory memory,
            Map<String, String> environment) {
        this.settings = settings;
        this.clock = clock;
        this.files = new HostFiles(settings.source().hostRoot());
        this.programs = files.live() ? programs : Programs.none();
        this.host = new HostProbe(files, new DistributionVersion(files, this.programs));
        this.interfaces = new InterfacesProbe(files, this.programs, files.live() ? links : LinkSource.none());
        this.resources = new ResourcesProbe(files);
        this.runtime = new RuntimeProbe(files, this.programs, memory, environment, clock);
        this.self = new SelfProbe(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Reads everything.
     *
     * @param intervalSeconds how often that happens now
     * @param backlog what waits to be sent
     */
    Report collect(int intervalSeconds, AgentFacts.Backlog backlog) {
        Gaps gaps = new Gaps();
        Optional<Distribution> distribution = Distribution.find(files);
        HostFacts hostFacts = host.read(distribution, gaps);
        ConfigFacts config = config(distribution, gaps);
        NetworkFacts network = network(gaps);
        Origin origin = new Origin(
                1,
                reportId(),
                Objects.requireNonNullElse(settings.names().cluster(), ""),
                NodeName.of(settings.names().node(), config, hostFacts),
                now());
        RuntimeFacts runs = distribution
                .map(each -> runtime.read(each, hostFacts, config, gaps))
                .orElse(NOTHING);
        KubernetesFacts kubernetes = distribution
                .map(each -> runtime.node(each, origin.node(), gaps))
                .orElse(null);
        RuntimeFacts loaded = withLoad(runs, resources.read(gaps));
        // last, since it takes along what the others failed over
        AgentFacts agent = self.read(intervalSeconds, backlog, gaps);
        return new Report(origin, agent, hostFacts, config, network, kubernetes, loaded);
    }

    private static RuntimeFacts withLoad(RuntimeFacts runs, @Nullable ResourceFacts load) {
        return new RuntimeFacts(
                runs.calico(), runs.startup(), runs.components(), runs.connectivity(), load, runs.logLines());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private NetworkFacts network(Gaps gaps) {
        Interfaces found = interfaces.read(gaps);
        NamesProbe names = new NamesProbe(files);
        return new NetworkFacts(
                found,
                new RoutesProbe(files, programs).read(gaps),
                new SysctlsProbe(files).read(found, gaps),
                gaps.attempt("hostsFile", names::hosts),
                gaps.attempt("resolvers", names::resolvers));
    }

    private @Nullable ConfigFacts config(Optional<Distribution> distribution, Gaps gaps) {
        String told = settings.source().configDir();
        ConfigProbe probe = new ConfigProbe(files);
        if (told != null) {
            return gaps.attempt("config", () -> probe.read(told));
        }
        // where none is installed yet, the host is judged by what RKE2 would find when it comes: nothing is configured
        Distribution found = distribution.orElse(Distribution.RKE2);
        return found == Distribution.KUBEADM
                ? gaps.attempt("config", probe::kubeadm)
                : gaps.attempt(
                        "config", () -> new ServiceFlags(files).over(probe.read(found.configFolder()), found.units()));
    }

    /** The kernel makes a random one for a hundredth of what the JDK's generator costs to start. */
    private UUID reportId() {
        try {
            return UUID.fromString(new HostFiles(java.nio.file.Path.of("/")).value("/proc/sys/kernel/random/uuid"));
        } catch (IOException | IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
