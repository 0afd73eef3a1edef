-- How nodes start: Ready-time samples and start attempts. Kept long, so percentiles and rates stay exact when the raw
-- reports are gone. Every row but start_day's follows from the set of a node's reports: whatever their order, and
-- however often one comes, the rows are the same. Times are UTC; '' = not known in text columns that are compared.

-- What of the distribution's plugin the judgement knew when these facts came first, so that starts can be counted again.
ALTER TABLE facts ADD COLUMN cni VARCHAR(4096);

-- One row a start and method: a Ready-time sample, or why there is none. The evidence is what later reports are joined to.
CREATE TABLE start_event (
    node_id       BIGINT                   NOT NULL REFERENCES node (id),
    method        VARCHAR(24)              NOT NULL, -- 'SERVICE_START_TO_READY' ...: samples of two methods never mix
    start_key     VARCHAR(64)              NOT NULL, -- which start: second since 1970, or the boot's id
    started_at    TIMESTAMP WITH TIME ZONE NOT NULL, -- t0 of the method; node's clock
    ready_at      TIMESTAMP WITH TIME ZONE,          -- t1: first Ready=True known; API server's clock; NULL = none
    ready_seconds DOUBLE PRECISION,                  -- the sample; NULL = none
    reason        VARCHAR(32),                       -- why there is no sample; NULL with one
    outcome       SMALLINT                 NOT NULL, -- of the node's start as an attempt: 1 success, 0 failure, -1 open or not one
    kind          VARCHAR(16)              NOT NULL, -- 'COLD_JOIN', 'REBOOT', 'SERVICE_RESTART'
    version       VARCHAR(64)              NOT NULL, -- distribution's, as written
    cni           VARCHAR(64)              NOT NULL,
    family        VARCHAR(16)              NOT NULL, -- host's stack
    seen_at       TIMESTAMP WITH TIME ZONE NOT NULL, -- collectedAt of the first report of this start, whose version it is
    doubt         SMALLINT                 NOT NULL, -- evidence: rank of the strongest reason that a report gave
    steady_at     TIMESTAMP WITH TIME ZONE,          -- evidence: first seen Ready since before the start, a minute into it
    ok_at         TIMESTAMP WITH TIME ZONE,          -- evidence: first seen Ready with every required component up
    bad_at        TIMESTAMP WITH TIME ZONE,          -- evidence: first seen otherwise past the deadline
    PRIMARY KEY (node_id, method, start_key)         -- the row that a report belongs to; one node's starts
);
-- The starts of a day, for charts; ready-times.csv in the order of time.
CREATE INDEX start_event_by_time ON start_event (started_at, node_id, method, start_key);

-- Evidence: one row a run of a component that a report showed. Goes with the raw reports, but for the newest of each component.
CREATE TABLE start_run (
    node_id       BIGINT                   NOT NULL REFERENCES node (id),
    life          UUID                     NOT NULL, -- of component and instance: a pod's container, or a unit
    ordinal       BIGINT                   NOT NULL, -- order in the life: restart count, or a unit's start in seconds since 1970
    component     VARCHAR(64)              NOT NULL,
    restarts      BIGINT                   NOT NULL, -- restart counter as reported
    started_at    TIMESTAMP WITH TIME ZONE,          -- node's clock; NULL = not known
    first_seen_at TIMESTAMP WITH TIME ZONE NOT NULL, -- collectedAt, as all below
    ready_at      TIMESTAMP WITH TIME ZONE,          -- as reported; NULL = not reported
    ready_by      TIMESTAMP WITH TIME ZONE,          -- first seen ready without saying since when
    up_until      TIMESTAMP WITH TIME ZONE,          -- last seen running and ready
    unready_until TIMESTAMP WITH TIME ZONE,          -- last seen not ready
    failed_at     TIMESTAMP WITH TIME ZONE,          -- first seen ended badly
    deleting_at   TIMESTAMP WITH TIME ZONE,          -- first seen being taken away on purpose
    own_exit      INTEGER,                           -- exit code of this run
    prior_exit    INTEGER,                           -- exit code of the run before
    version       VARCHAR(64)              NOT NULL, -- of the first report of this run
    cni           VARCHAR(64)              NOT NULL,
    family        VARCHAR(16)              NOT NULL,
    PRIMARY KEY (node_id, life, ordinal)             -- a life's runs in their order
);

-- Start attempts of components, counted by quarters of an hour: the finest that charts cut.
CREATE TABLE start_attempt (
    node_id      BIGINT                   NOT NULL REFERENCES node (id),
    slot_start   TIMESTAMP WITH TIME ZONE NOT NULL, -- of the quarter with the start; where that is not known, of the first report
    component    VARCHAR(64)              NOT NULL,
    version      VARCHAR(64)              NOT NULL,
    cni          VARCHAR(64)              NOT NULL,
    successes    BIGINT                   NOT NULL, -- ready in time and up for a minute
    failures     BIGINT                   NOT NULL,
    excluded     BIGINT                   NOT NULL, -- planned stops, clean ends: in no rate
    pre_existing BIGINT                   NOT NULL, -- restarts before the first report: in no rate
    PRIMARY KEY (node_id, slot_start, component, version, cni) -- the counter; a node's attempts of the last day
);
-- The attempts of a day, for charts.
CREATE INDEX start_attempt_by_time ON start_attempt (slot_start, node_id);

-- Counts up with every change to a day's starts or attempts, so that what charts keep in memory is never old.
CREATE TABLE start_day (
    start_date DATE   NOT NULL PRIMARY KEY, -- in UTC
    revision   BIGINT NOT NULL
);

-- Nodes of which an unchanged report would still decide something, since time passes.
CREATE TABLE start_open (
    node_id BIGINT NOT NULL PRIMARY KEY REFERENCES node (id)
);

-- Since when a node is there: so that its family and verdict can be counted back to then.
CREATE TABLE node_arrival (
    node_id    BIGINT                   NOT NULL PRIMARY KEY REFERENCES node (id),
    arrived_at TIMESTAMP WITH TIME ZONE NOT NULL -- collectedAt of the first report that came; node's clock
);

-- What a node and its agent used: the reading of its first report in each hour. Goes with the raw reports.
CREATE TABLE node_load (
    node_id           BIGINT                   NOT NULL REFERENCES node (id),
    hour_start        TIMESTAMP WITH TIME ZONE NOT NULL, -- in which it was collected; node's clock
    cpu_percent       DOUBLE PRECISION,                  -- of all cores, 0 to 100; NULL = not said, as all below
    memory_percent    DOUBLE PRECISION,                  -- used of the physical memory, 0 to 100
    agent_bytes       DOUBLE PRECISION,                  -- resident set of the agent
    agent_cpu_percent DOUBLE PRECISION,                  -- of one core, since the agent started
    PRIMARY KEY (node_id, hour_start)                    -- one reading an hour; a node's chart
);
-- The readings of an hour, for fleet_load; what retention deletes.
CREATE INDEX node_load_by_time ON node_load (hour_start, node_id);

-- Percentiles of node_load over the nodes of an hour: of each cluster and of all of them. Kept long.
CREATE TABLE fleet_load (
    cluster               VARCHAR(63)              NOT NULL, -- '' = all
    hour_start            TIMESTAMP WITH TIME ZONE NOT NULL,
    nodes                 BIGINT                   NOT NULL, -- that said anything
    cpu_percent_p50       DOUBLE PRECISION,                  -- units are those of node_load; NULL = nobody said
    cpu_percent_p95       DOUBLE PRECISION,
    memory_percent_p50    DOUBLE PRECISION,
    memory_percent_p95    DOUBLE PRECISION,
    agent_bytes_p50       DOUBLE PRECISION,
    agent_bytes_p95       DOUBLE PRECISION,
    agent_cpu_percent_p50 DOUBLE PRECISION,
    agent_cpu_percent_p95 DOUBLE PRECISION,
    PRIMARY KEY (cluster, hour_start)                        -- a cluster's chart
);
-- The hours that are reckoned; what retention deletes.
CREATE INDEX fleet_load_by_time ON fleet_load (hour_start);
