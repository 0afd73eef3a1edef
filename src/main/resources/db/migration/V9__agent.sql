-- One row a node: what its agent says of itself. Written only when that is new, so it costs unchanged nodes nothing; what
-- changes in every report (spool, memory) stays in node_pulse.rest. Serves the page of the agents.
CREATE TABLE agent (
    node_id          BIGINT   NOT NULL PRIMARY KEY REFERENCES node (id) ON DELETE CASCADE,
    version          VARCHAR(4096),     -- NULL = not said
    interval_seconds INTEGER,           -- how often it means to report; NULL = not said
    probe_errors     SMALLINT NOT NULL, -- how many facts it could not read
    first_error      VARCHAR(4096)      -- the first of them in words; NULL = none
);
