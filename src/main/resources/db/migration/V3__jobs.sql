-- Work that one console at a time does.

-- Who does a job now, so that no other console does. A console that dies holds its jobs until lock_until. ShedLock's
-- table: times have no zone and are UTC on PostgreSQL, the console's own zone on H2, where there is one console.
CREATE TABLE job_lock (
    name       VARCHAR(64)  NOT NULL PRIMARY KEY,
    lock_until TIMESTAMP(3) NOT NULL, -- database's clock; past it the job is free
    locked_at  TIMESTAMP(3) NOT NULL, -- database's clock
    locked_by  VARCHAR(255) NOT NULL  -- a console, by an id of its own that it takes at its start
);

-- The last run of each step of retention. Read whole, by the page that shows it.
CREATE TABLE retention_run (
    step       VARCHAR(64)              NOT NULL PRIMARY KEY, -- 'reports', 'facts' ...
    kept_from  TIMESTAMP WITH TIME ZONE NOT NULL, -- what is older goes
    started_at TIMESTAMP WITH TIME ZONE NOT NULL, -- console's clock
    worked_at  TIMESTAMP WITH TIME ZONE NOT NULL, -- console's clock; the last chunk, or the end
    deleted    BIGINT                   NOT NULL, -- rows, or partitions where whole days go at once, so far
    state      VARCHAR(16)              NOT NULL  -- 'RUNNING', 'DONE', 'PAUSED', 'FAILED'
);
