package io.dualsight.ingest;

import io.dualsight.contract.Report;
import io.dualsight.rule.FleetView;

/** What the console knows of a node from elsewhere than its report. */
interface Surroundings {

    /** Nothing. */
    Surroundings NONE = new Surroundings() {
        @Override
        public Report complete(Report sent) {
            return sent;
        }

        @Override
        public FleetView fleet(Report report) {
            return FleetView.NONE;
        }
    };

    /** The report, with the Node object's facts where its agent could not read them; the same where nothing is added. */
    Report complete(Report sent);

    /** What the rest of the fleet says that concerns this node. */
    FleetView fleet(Report report);
}
