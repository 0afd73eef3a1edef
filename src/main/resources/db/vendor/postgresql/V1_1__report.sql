-- One row a report, and narrow: 68 bytes (28 of them PostgreSQL's own), and 28 in its only index; most say what their
-- predecessor said. One byte more than these 40 would be rounded up to 8.
--
-- A node's report is named by the instant that it was collected at. Its id is not part of the key: an agent that sends
-- a report again sends the same instant with it, so the key alone finds the duplicate, and the one index serves the
-- history too. A second report of the same instant (another id) moves on to the next free microsecond. An id that
-- comes with another instant is looked for among the node's newest eight (NodeState), not in all of its history: only
-- a forger sends it, and an index of ids would cost every report a third more.
--
-- The partition key must be in every unique key, which is a second reason for this one: received_at would let a report
-- in twice that was sent again after midnight. A key of two 8-byte columns is also the widest for which PostgreSQL
-- splits index pages behind the newest entry of each node, which keeps them full instead of half empty.
--
-- PartitionKeeper makes a partition a day ahead of time; there is no default partition, since it would have to be
-- scanned for each new one.
CREATE TABLE report (
    node_id        BIGINT                   NOT NULL,
    collected_at   TIMESTAMP WITH TIME ZONE NOT NULL, -- node's clock
    report_id      UUID                     NOT NULL, -- chosen by the agent
    received_after INTEGER                  NOT NULL, -- hundredths of a second from collected_at to the receipt by the console's clock
    said           INTEGER                  NOT NULL, -- facts.facts_no of the same node, times 8, plus the verdict: 0 critical, 1 error, 2 warning, 3 info, 4 unknown, 5 ok
    PRIMARY KEY (node_id, collected_at)               -- duplicates; a node's history, newest first
) PARTITION BY RANGE (collected_at);

-- Names and what is compared in cursors sort by bytes, as in H2, whatever the database's locale is.
ALTER TABLE node_rule ALTER COLUMN rule TYPE VARCHAR(64) COLLATE "C";
ALTER TABLE node ALTER COLUMN name TYPE VARCHAR(253) COLLATE "C";
ALTER TABLE node ALTER COLUMN family TYPE VARCHAR(16) COLLATE "C";
ALTER TABLE node DROP CONSTRAINT node_cluster_fkey;
ALTER TABLE node ALTER COLUMN cluster TYPE VARCHAR(63) COLLATE "C";
ALTER TABLE cluster ALTER COLUMN name TYPE VARCHAR(63) COLLATE "C";
ALTER TABLE node ADD CONSTRAINT node_cluster_fkey FOREIGN KEY (cluster) REFERENCES cluster (name);

-- Room on each page for the next version of its rows, so that no report touches the index.
ALTER TABLE node_pulse SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.5);
