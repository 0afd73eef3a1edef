-- One row a report, and narrow: most say what their predecessor said.
--
-- A node's report is named by the instant that it was collected at. Its id is not part of the key: an agent that sends
-- a report again sends the same instant with it, so the key alone finds the duplicate, and the one index serves the
-- history too. A second report of the same instant (another id) moves on to the next free microsecond. An id that
-- comes with another instant is looked for among the node's newest eight (NodeState), not in all of its history: only
-- a forger sends it, and an index of ids would cost every report a third more.
CREATE TABLE report (
    node_id        BIGINT                      NOT NULL,
    collected_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- node's clock
    report_id      UUID                        NOT NULL, -- chosen by the agent
    received_after INTEGER                     NOT NULL, -- hundredths of a second from collected_at to the receipt by the console's clock
    said           INTEGER                     NOT NULL, -- facts.facts_no of the same node, times 8, plus the verdict: 0 critical, 1 error, 2 warning, 3 info, 4 unknown, 5 ok
    PRIMARY KEY (node_id, collected_at)                  -- duplicates; a node's history, newest first
);
