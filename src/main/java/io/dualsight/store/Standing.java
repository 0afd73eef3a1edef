package io.dualsight.store;

import io.dualsight.contract.Report;
import java.util.List;

/**
 * What a node's status stands on.
 *
 * @param newest the report as it was sent
 * @param earlier the report before it, in a list; empty where none is kept
 */
public record Standing(Report newest, List<Report> earlier) {

    public Standing {
        earlier = List.copyOf(earlier);
    }
}
