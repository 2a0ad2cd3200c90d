-- What was asked of 1C's HTTP service: one row per listing that its flow remembers, from its first page to its import.

CREATE TABLE http_pull (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    flow        text        NOT NULL,
    state       text        NOT NULL DEFAULT 'FETCHING'
        CHECK (state IN ('FETCHING', 'FETCHED', 'UNCHANGED', 'TAKEN', 'SUPERSEDED', 'ABANDONED')),
    -- the run that fetched last; its import is the run after it
    run_id      bigint      NOT NULL,
    -- what 1C was asked for: all that changed since then; null: everything
    since       timestamptz,
    -- on our clock, before the first page was asked for: what the next listing begins with once this one is taken
    as_of       timestamptz NOT NULL,
    -- null until a page held something
    packet_id   bigint      REFERENCES packet,
    -- where the next page is: which list of the flow, and the cursor in it; null: its first page
    list        integer     NOT NULL DEFAULT 0,
    next_cursor text,
    pages       integer     NOT NULL DEFAULT 0,
    records     bigint      NOT NULL DEFAULT 0,
    bytes       bigint      NOT NULL DEFAULT 0,
    begun_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at    timestamptz
);
CREATE UNIQUE INDEX http_pull_fetching ON http_pull (flow) WHERE state = 'FETCHING';
CREATE INDEX http_pull_fetched ON http_pull (flow, id) WHERE state = 'FETCHED';
CREATE INDEX http_pull_known ON http_pull (flow, as_of DESC) WHERE state IN ('TAKEN', 'UNCHANGED');
CREATE INDEX http_pull_packet ON http_pull (packet_id);
