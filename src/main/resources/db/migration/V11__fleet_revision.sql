-- What consoles have in memory about the fleet holds for as long as its revision does: so lists and counts are read once and
-- not at each look, and nobody is told what another console has changed since.

-- Sixteen rows a topic. Their sum moves on in the transaction that changes what they are about. Each console writes to one
-- row of a topic, chosen by chance, so that few wait for each other.
CREATE TABLE fleet_revision (
    topic    VARCHAR(16) NOT NULL, -- 'nodes': what lists of nodes filter and sort by, but for addresses and times, and node_change; 'findings'
    slot     SMALLINT    NOT NULL, -- 0 to 15
    revision BIGINT      NOT NULL, -- counts up
    PRIMARY KEY (topic, slot)      -- one slot; the sum of a topic
);
INSERT INTO fleet_revision (topic, slot, revision)
SELECT topic, slot, 0
FROM (VALUES ('nodes'), ('findings')) topics (topic),
     (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) slots (slot);
