-- People beyond the first admin: from elsewhere, disabled, kept to some clusters.

alter table person alter column password_hash drop not null;
alter table person add column origin varchar(8) default 'password' not null;
alter table person add column disabled_at timestamp with time zone;
alter table person add column last_sign_in_at timestamp with time zone;
comment on column person.password_hash is 'Hash with the name of its algorithm in braces before it, never the password; null for those whose password another server checks';
comment on column person.origin is 'password, oidc or ldap: who vouches for the person';
comment on column person.disabled_at is 'UTC, the console''s clock; null while the person may sign in';
comment on column person.last_sign_in_at is 'UTC, the console''s clock; null before the first';

create table person_cluster (
    username varchar(64) not null,
    cluster varchar(63) not null,
    -- serves each sign-in: the clusters of one person
    constraint person_cluster_key primary key (username, cluster)
);
comment on table person_cluster is 'The clusters that a person is kept to; one without a row here sees all';
comment on column person_cluster.username is 'The person';
comment on column person_cluster.cluster is 'Name of the cluster';
