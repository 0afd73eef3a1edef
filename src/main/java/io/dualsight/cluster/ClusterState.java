package io.dualsight.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the watch of one cluster stands.
 *
 * @param cluster a DNS label
 * @param phase whether its word is current
 * @param since when that phase began
 * @param checkedAt when the watching console last looked; the word of a cluster is as old as this
 * @param seen what the cluster as a whole says
 * @param troubles what keeps the watch from being whole; empty where nothing does
 */
public record ClusterState(
        String cluster, Phase phase, Instant since, Instant checkedAt, Seen seen, List<Trouble> troubles) {

    public ClusterState {
        troubles = List.copyOf(troubles);
    }

    /** Whether a cluster's word is current. */
    public enum Phase {
        /** Nothing was heard yet. */
        STARTING,
        /** All is heard that is asked for. */
        WATCHING,
        /** Some is heard; {@link ClusterState#troubles} says what is missing. */
        INCOMPLETE,
        /** The API server does not answer, or nobody asks: the last word stands. */
        AWAY;

        /** The name in answers: lower case. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a cluster says of itself.
     *
     * @param version of the API server; absent = not heard yet
     * @param cni by the Pods that run; absent = none that is known
     * @param podCidrs of the control plane's settings, else of the address pools; empty = not known
     * @param serviceCidrs of the control plane's settings; empty = not known
     * @param nodes Nodes that there are
     */
    public record Seen(
            @Nullable String version,
            @Nullable String cni,
            List<String> podCidrs,
            List<String> serviceCidrs,
            int nodes) {

        static final Seen NOTHING = new Seen(null, null, List.of(), List.of(), 0);

        public Seen {
            podCidrs = List.copyOf(podCidrs);
            serviceCidrs = List.copyOf(serviceCidrs);
        }
    }

    /**
     * Something that does not work.
     *
     * @param source what was asked for, such as {@code nodes} or {@code tokenreviews}
     * @param detail why, in a sentence without anything secret
     * @param permission the one that is missing, such as {@code list pods in namespace kube-system}; absent where that is
     *     not the reason
     */
    public record Trouble(
            String source, String detail, @Nullable String permission) {}

    /** The same with one trouble more, which makes a whole watch an incomplete one. */
    ClusterState with(Trouble trouble) {
        List<Trouble> more = new ArrayList<>(troubles);
        more.add(trouble);
        return new ClusterState(
                cluster, phase == Phase.WATCHING ? Phase.INCOMPLETE : phase, since, checkedAt, seen, more);
    }

    /** The same, of a cluster that does not answer. */
    ClusterState away(Instant from, List<Trouble> why) {
        return new ClusterState(cluster, Phase.AWAY, from, checkedAt, seen, why);
    }

    /** As JSON, which {@link #read} reads back. */
    public String json() {
        return ClusterStateJson.write(this);
    }

    /** The state that was written by {@link #json}. */
    public static ClusterState read(String json) {
        return ClusterStateJson.read(json);
    }
}
