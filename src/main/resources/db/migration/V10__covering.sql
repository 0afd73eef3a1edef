-- Lists and counts of nodes that are there are read from indexes alone: a row of this table is wide.

-- The node list as it opens: sort=worst, with incorrectNodeIp= and stale=. Counts by family, verdict and filter.
DROP INDEX node_by_badness;
CREATE INDEX node_by_badness ON node (badness, name, id, silent, object_deleted, incorrect_node_ip, family);
-- sort=version, and version=<1.31.5.
DROP INDEX node_by_version;
CREATE INDEX node_by_version ON node (version_number, name, id, silent, object_deleted);
