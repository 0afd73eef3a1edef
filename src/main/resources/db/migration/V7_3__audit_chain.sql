-- Each entry of the audit log carries a hash over itself and the hash before it: a changed or missing one shows.

alter table audit add column hash varchar(64);
comment on column audit.hash is 'SHA-256 in hex over the hash before and this entry; null for entries older than the chain';

create table audit_head (
    id int primary key,
    hash varchar(64) not null,
    entries bigint not null
);
comment on table audit_head is 'The end of the chain of the audit log: one row, locked by whoever writes the next entry';
comment on column audit_head.id is 'Always 1';
comment on column audit_head.hash is 'Hash of the last entry; 64 zeros before the first';
comment on column audit_head.entries is 'How many entries the chain has';
insert into audit_head (id, hash, entries) values (1, '0000000000000000000000000000000000000000000000000000000000000000', 0);

-- serves the audit page's filter by person
create index audit_actor_ix on audit (actor, id);
