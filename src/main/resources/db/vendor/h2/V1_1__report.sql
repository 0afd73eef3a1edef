-- One row a report, and narrow: most say what their predecessor said.
--
-- A node's report is named by the instant that it was collected at. Its id is not part of the key: an agent that sends
-- a report again sends the same instant with it, so the key alone finds the duplicate, and the one index serves the
-- history too. A second report of the same instant (another id) moves on to the next free microsecond.
CREATE TABLE report (
    node_id      BIGINT                      NOT NULL,
    collected_at TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- node's clock
    received_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- console's clock
    report_id    UUID                        NOT NULL, -- chosen by the agent
    facts_no     INTEGER                     NOT NULL, -- facts.facts_no of the same node
    verdict      SMALLINT                    NOT NULL, -- 0 critical, 1 error, 2 warning, 3 info, 4 unknown, 5 ok
    PRIMARY KEY (node_id, collected_at)                -- duplicates; a node's history, newest first
);
