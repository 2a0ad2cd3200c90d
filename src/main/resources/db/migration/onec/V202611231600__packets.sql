-- Packets (files that came together), what each run counted, and the rows that could not be taken.

CREATE TABLE packet (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    door       text        NOT NULL,
    actor_kind text        NOT NULL,
    actor_name text        NOT NULL,
    label      text        NOT NULL,
    opened_at  timestamptz NOT NULL DEFAULT now(),
    closed_at  timestamptz
);
CREATE TABLE packet_file (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    packet_id  bigint      NOT NULL REFERENCES packet,
    path       text        NOT NULL,
    sha256     text        NOT NULL,
    size       bigint      NOT NULL,
    -- the stored message; null for a picture
    message_id bigint,
    added_at   timestamptz NOT NULL DEFAULT now(),
    -- of an archive: its files stand beside it since
    unpacked_at timestamptz,
    UNIQUE (packet_id, path)
);
CREATE INDEX packet_file_message ON packet_file (message_id);
CREATE INDEX packet_file_sha256 ON packet_file (sha256);

-- what a packet's full files held, to know at closing whether packet_seen is still complete
CREATE TABLE packet_full_kind (
    packet_id bigint NOT NULL REFERENCES packet,
    kind      text   NOT NULL,
    seen      bigint NOT NULL,
    -- false when a file of this kind broke: then absence means nothing
    whole     boolean NOT NULL,
    PRIMARY KEY (packet_id, kind)
);

CREATE TABLE run_count (
    run_id    bigint NOT NULL,
    kind      text   NOT NULL,
    read      bigint NOT NULL DEFAULT 0,
    created   bigint NOT NULL DEFAULT 0,
    changed   bigint NOT NULL DEFAULT 0,
    unchanged bigint NOT NULL DEFAULT 0,
    held      bigint NOT NULL DEFAULT 0,
    parked    bigint NOT NULL DEFAULT 0,
    rejected  bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, kind)
);
CREATE INDEX run_count_kind ON run_count (kind, run_id DESC);

-- which packet, and which of its files, a run worked on
CREATE TABLE run_file (
    run_id       bigint NOT NULL,
    path         text   NOT NULL,
    packet_id    bigint NOT NULL,
    message_id   bigint,
    sha256       text   NOT NULL,
    bytes        bigint NOT NULL,
    encoding     text,
    schema_version text,
    only_changes boolean,
    PRIMARY KEY (run_id, path)
);
CREATE INDEX run_file_message ON run_file (message_id);

-- A row that was not taken: HELD until somebody maps something, PARKED until its parent comes, REJECTED until corrected.
CREATE TABLE untaken_row (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id      bigint      NOT NULL,
    kind        text        NOT NULL,
    row_key     text        NOT NULL,
    state       text        NOT NULL,
    reason      text        NOT NULL,
    detail      text,
    waiting_for text,
    waiting_id  text,
    message_id  bigint,
    path        text        NOT NULL,
    line        bigint      NOT NULL,
    start_char  bigint      NOT NULL,
    end_char    bigint      NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    resolved_at timestamptz,
    resolved_by bigint,
    resolution  text
);
CREATE INDEX untaken_row_run ON untaken_row (run_id, id);
CREATE INDEX untaken_row_open_key ON untaken_row (kind, row_key) WHERE resolved_at IS NULL;
CREATE INDEX untaken_row_waiting ON untaken_row (waiting_for, waiting_id) WHERE resolved_at IS NULL;
CREATE INDEX untaken_row_message ON untaken_row (message_id);
