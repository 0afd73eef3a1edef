-- What nodes must know of each other, and the judging of all of them by new rules.

-- One row a node: what concerns the other nodes of its cluster. Written when it changes; each console has it in memory.
CREATE TABLE fleet_member (
    node_id      BIGINT                   NOT NULL PRIMARY KEY REFERENCES node (id) ON DELETE CASCADE,
    uid          VARCHAR(4096),                     -- of the Node object; NULL = not known
    node_ips     VARCHAR(4096)            NOT NULL, -- predicted, then the Node object's; joined with one space
    server       BOOLEAN                  NOT NULL, -- whether it gives the settings below to other nodes
    cluster_cidr VARCHAR(4096),                     -- joined with a comma; NULL = not known
    service_cidr VARCHAR(4096),
    cni          VARCHAR(4096),                     -- lower case; NULL = not known
    cidr_written BOOLEAN                  NOT NULL, -- whether its own configuration has the cluster-cidr
    changed_at   TIMESTAMP WITH TIME ZONE NOT NULL  -- clock of the console that wrote it
);
-- What other consoles wrote since the last look.
CREATE INDEX fleet_member_by_change ON fleet_member (changed_at);

-- At most one row: how far the judging of all nodes by changed rules has come.
CREATE TABLE judging_pass (
    only_one     SMALLINT                 NOT NULL PRIMARY KEY CHECK (only_one = 1),
    fingerprint  VARCHAR(64)              NOT NULL, -- of the rules, their limits and their code
    started_at   TIMESTAMP WITH TIME ZONE NOT NULL, -- console's clock
    last_cluster VARCHAR(63),                       -- the node it has come to, in the order of cluster and name
    last_node    VARCHAR(253),
    nodes_done   BIGINT                   NOT NULL,
    nodes_total  BIGINT                   NOT NULL, -- at the start
    finished_at  TIMESTAMP WITH TIME ZONE           -- NULL = it runs
);
