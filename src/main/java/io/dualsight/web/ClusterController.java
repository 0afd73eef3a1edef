package io.dualsight.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dualsight.cluster.ClusterState;
import io.dualsight.contract.IpFamily;
import io.dualsight.identity.Caller;
import io.dualsight.store.BadQueryException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Clusters over the reading API. */
@RestController
@RequestMapping("/api/v1/clusters")
@Tag(name = "Clusters")
class ClusterController {

    private static final int MOST = 500;

    /**
     * A cluster.
     *
     * @param counts of its nodes
     * @param network what it runs on
     * @param watch of its API server
     */
    record Item(
            String cluster,
            @JsonUnwrapped FleetCounts counts,
            @JsonUnwrapped Network network,
            Watch watch) {}

    /** What is not known is {@code null} or empty. */
    record Network(
            @Nullable String cni,
            List<String> cidrFamilies,
            List<String> podCidrs,
            List<String> serviceCidrs,
            List<String> versions) {}

    /**
     * How its API server is heard.
     *
     * @param state {@code unwatched starting watching incomplete away}
     * @param since when that began
     * @param checkedAt how old what it says is
     * @param apiVersion of the API server
     * @param nodes that it knows
     * @param troubles what does not work, each with the permission that is missing
     */
    record Watch(
            String state,
            @Nullable Instant since,
            @Nullable Instant checkedAt,
            @Nullable String apiVersion,
            @Nullable Integer nodes,
            List<ClusterState.Trouble> troubles) {

        static Watch of(@Nullable ClusterState state) {
            return state == null
                    ? new Watch("unwatched", null, null, null, null, List.of())
                    : new Watch(
                            state.phase().wire(),
                            state.since(),
                            state.checkedAt(),
                            state.seen().version(),
                            state.seen().nodes(),
                            state.troubles());
        }
    }

    private final ClusterRecords records;

    ClusterController(ClusterRecords records) {
        this.records = records;
    }

    @GetMapping
    @Parameter(name = "limit", description = "Items on a page, 1 to 500, usually 50")
    @Parameter(name = "cursor", description = "nextCursor of the page before")
    @Operation(summary = "Clusters: nodes by family and verdict, CNI, CIDR families, watch state")
    Listing<Item> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            @AuthenticationPrincipal Caller.Person person) {
        if (limit < 1 || limit > MOST) {
            throw new BadQueryException("limit", String.valueOf(limit), "a whole number from 1 to " + MOST);
        }
        SortedSet<String> all = records.names(person);
        List<String> names = all.tailSet(cursor).stream()
                .filter(name -> !name.equals(cursor))
                .limit(limit)
                .toList();
        boolean more = !names.isEmpty() && !all.last().equals(names.get(names.size() - 1));
        return new Listing<>(
                names.stream().map(records::record).map(ClusterController::item).toList(),
                more ? names.get(names.size() - 1) : null,
                all.size());
    }

    @GetMapping("/{cluster}")
    @Operation(summary = "One cluster")
    Item cluster(@PathVariable String cluster, @AuthenticationPrincipal Caller.Person person) {
        return records.find(cluster, person)
                .map(ClusterController::item)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Item item(ClusterRecord cluster) {
        ClusterState state = cluster.state();
        Network network = new Network(
                cluster.cni(),
                cluster.families().stream().map(IpFamily::wire).toList(),
                state == null ? List.of() : state.seen().podCidrs(),
                state == null ? List.of() : state.seen().serviceCidrs(),
                cluster.versions());
        return new Item(
                cluster.name(), FleetCounts.of(cluster.counts(), cluster.unresolved()), network, Watch.of(state));
    }
}
