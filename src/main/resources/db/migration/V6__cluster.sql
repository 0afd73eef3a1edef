-- What API servers say, left by the console that watches a cluster for those that do not, and for its successor. Not
-- keyed by node_id: these Nodes stand here whether or not they ever reported.

-- One row a configured cluster.
CREATE TABLE cluster_watch (
    cluster VARCHAR(63) NOT NULL PRIMARY KEY, -- a DNS label
    mark    BIGINT      NOT NULL,             -- number of the cluster's latest change; serializes its writers
    state   VARCHAR(100000)                   -- JSON: how the watch stands; NULL = not said yet
);

-- One row a Node of a watched cluster.
CREATE TABLE cluster_node (
    cluster VARCHAR(63)     NOT NULL,
    node    VARCHAR(253)    NOT NULL, -- the Kubernetes node name
    mark    BIGINT          NOT NULL, -- number of the change that wrote the row
    gone    BOOLEAN         NOT NULL, -- the Node is no more; the row tells that to readers and goes later
    body    VARCHAR(300000) NOT NULL, -- JSON: the view; '' where gone
    PRIMARY KEY (cluster, node)
);
-- What changed in a cluster after a mark.
CREATE INDEX cluster_node_by_mark ON cluster_node (cluster, mark);

-- Whether the node's Node object was deleted. Together with silent: the node is no part of the fleet any more.
ALTER TABLE node ADD COLUMN object_deleted BOOLEAN DEFAULT FALSE NOT NULL;
