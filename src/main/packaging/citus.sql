-- Past one PostgreSQL: spreads what grows over the workers of a Citus cluster, by node.
--
-- Run once, as the owner of the tables, on an empty or small database that the console's own migrations have made:
--
--     CREATE EXTENSION citus;            -- on the coordinator and each worker, beforehand
--     psql --set ON_ERROR_STOP=1 --file citus.sql DATABASE
--
-- The consoles go on talking to the coordinator; nothing in their settings changes.
--
-- What was checked: on plain PostgreSQL, by io.dualsight.store.ShardingTests, that every table below exists, that
-- node_id is a BIGINT in each table that is spread, and that it is part of every unique key of it, without which Citus
-- refuses to spread a table; and that no table that is spread refers to one that stays where it is.
--
-- What was NOT checked: any of this on a Citus cluster; none was to be had where this was written. To try there first:
-- the writer's UPDATE node_pulse ... FROM unnest(...), which touches many shards in one statement; ALTER TABLE report
-- DETACH PARTITION ... CONCURRENTLY, by which retention drops a day; and the fleet-wide charts and CSV exports, which
-- then read all workers.

-- Small, read by joins everywhere, written when a node is new or changes: a copy on each worker. Their keys do not hold
-- node_id, since a node is found by its name.
SELECT create_reference_table('cluster');
SELECT create_reference_table('node');

-- What grows: all rows of one node on one worker, so that a node's page and a node's report ask one worker.
SELECT create_distributed_table('report', 'node_id');
SELECT create_distributed_table('facts', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('node_pulse', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('node_judgement', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('node_rule', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('node_change', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('start_event', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('start_run', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('start_attempt', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('start_open', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('node_arrival', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('node_load', 'node_id', colocate_with => 'report');
SELECT create_distributed_table('fleet_member', 'node_id', colocate_with => 'report');

-- All else (people, tokens, audit, sessions, findings and what was said about them, jobs) stays on the coordinator: it
-- grows with people and faults, not with reports.
