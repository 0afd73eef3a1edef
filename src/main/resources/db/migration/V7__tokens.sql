-- Tokens that say where they are used, end after a rotation, and bring only so many nodes.

alter table agent_token add column expires_at timestamp with time zone;
alter table agent_token add column most_nodes int;
alter table agent_token add column last_used_at timestamp with time zone;
alter table agent_token add column last_address varchar(45);
comment on column agent_token.expires_at is 'UTC; from this moment on it is refused, as after a rotation; null for never';
comment on column agent_token.most_nodes is 'How many nodes may report with it; null for any number';
comment on column agent_token.last_used_at is 'UTC, the console''s clock, some seconds late; null while unused';
comment on column agent_token.last_address is 'IP address of the last sender';

alter table api_token add column last_used_at timestamp with time zone;
alter table api_token add column last_address varchar(45);
comment on column api_token.last_used_at is 'UTC, the console''s clock, some seconds late; null while unused';
comment on column api_token.last_address is 'IP address of the last sender';

create table token_network (
    kind varchar(8) not null,
    token_id bigint not null,
    network varchar(45) not null,
    first_at timestamp with time zone not null,
    -- serves the question whether a token was used from there before
    constraint token_network_key primary key (kind, token_id, network)
);
comment on table token_network is 'Where tokens were used from, at most 1,000 networks a token: a new one is in the audit log';
comment on column token_network.kind is 'agent or api: which table of tokens';
comment on column token_network.token_id is 'The token of that kind';
comment on column token_network.network is 'IPv4 address, or the first 64 bits of an IPv6 address in hex';
comment on column token_network.first_at is 'UTC, the console''s clock';

create table agent_token_node (
    token_id bigint not null,
    cluster varchar(63) not null,
    node varchar(253) not null,
    first_at timestamp with time zone not null,
    -- serves each first report of a node under a token with a limit, and the count of a token's nodes
    constraint agent_token_node_key primary key (token_id, cluster, node)
);
comment on table agent_token_node is 'The nodes that tokens with a limit have brought';
comment on column agent_token_node.token_id is 'The agent token; one that replaces another takes its nodes over';
comment on column agent_token_node.cluster is 'Name of the cluster';
comment on column agent_token_node.node is 'Name of the node';
comment on column agent_token_node.first_at is 'UTC, the console''s clock';
