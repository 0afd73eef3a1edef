package io.dualsight.ingest;

import io.dualsight.contract.Origin;
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

        @Override
        public Object ground(Origin origin) {
            return FleetView.NONE;
        }

        @Override
        public boolean isContested(Report report) {
            return false;
        }
    };

    /** The report, with the Node object's facts where its agent could not read them; the same where nothing is added. */
    Report complete(Report sent);

    /** What the rest of the fleet says that concerns this node. */
    FleetView fleet(Report report);

    /** See {@link io.dualsight.store.Assessor#ground}; where a report {@linkplain #isContested is contested} it says too little. */
    Object ground(Origin origin);

    /** Whether other nodes claim what may be a node IP of this one: then it depends on the time whether they count. */
    boolean isContested(Report report);
}
