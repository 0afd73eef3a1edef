-- The sessions of people, so that any replica knows them and they can be ended. Spring Session's own tables and names.

create table spring_session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
-- serves every request of a person: one session by what the cookie says
create unique index spring_session_ix1 on spring_session (session_id);
-- serves the removal of what is over
create index spring_session_ix2 on spring_session (expiry_time);
-- serves the list of one person's sessions, and their end
create index spring_session_ix3 on spring_session (principal_name);
comment on table spring_session is 'Who is signed in where';
comment on column spring_session.primary_id is 'Stays the same; what pages call the session by';
comment on column spring_session.session_id is 'What the cookie carries; changes at the sign-in';
comment on column spring_session.creation_time is 'Milliseconds since 1970, the console''s clock';
comment on column spring_session.last_access_time is 'Milliseconds since 1970, the console''s clock';
comment on column spring_session.max_inactive_interval is 'Seconds without a request after which it is over';
comment on column spring_session.expiry_time is 'Milliseconds since 1970 at which it is over';
comment on column spring_session.principal_name is 'Username; null until the sign-in';

create table spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);
comment on table spring_session_attributes is 'What sessions hold: the caller, where from, and what the next page says';
comment on column spring_session_attributes.session_primary_id is 'The session';
comment on column spring_session_attributes.attribute_name is 'Which';
comment on column spring_session_attributes.attribute_bytes is 'JSON; never a serialised Java object';
