-- 1C as client: its sessions, what it uploads, what it had imported, and every call with its answer.

CREATE TABLE exchange_session (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- of the cookie and of sessid only hashes are kept
    key_hash       bytea       NOT NULL UNIQUE,
    sessid_hash    bytea       NOT NULL,
    account        text        NOT NULL,
    state          text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'SUPERSEDED')),
    -- null until init; not a reference, a packet outlives its session and the other way round
    packet_id      bigint,
    finish_run_id  bigint,
    received_bytes bigint      NOT NULL DEFAULT 0,
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_seen      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX exchange_session_account ON exchange_session (account, id);
CREATE INDEX exchange_session_last_seen ON exchange_session (last_seen);

CREATE TABLE exchange_upload (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id  bigint NOT NULL REFERENCES exchange_session ON DELETE CASCADE,
    path        text   NOT NULL,
    blob_id     bigint NOT NULL,
    -- bytes acknowledged; what the blob holds beyond them never happened
    size        bigint NOT NULL DEFAULT 0,
    last_length bigint,
    last_sha256 bytea,
    -- one request at a time writes a file; a node that dies lets go by time
    busy_token  uuid,
    busy_until  timestamptz,
    sealed_at   timestamptz
);
CREATE UNIQUE INDEX exchange_upload_open ON exchange_upload (session_id, path) WHERE sealed_at IS NULL;
CREATE INDEX exchange_upload_session ON exchange_upload (session_id, path);

-- which run works on which file of a session, so that a repeated call finds it again
CREATE TABLE exchange_import (
    session_id bigint NOT NULL REFERENCES exchange_session ON DELETE CASCADE,
    path       text   NOT NULL,
    run_id     bigint NOT NULL,
    PRIMARY KEY (session_id, path)
);

CREATE TABLE exchange_call (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id  bigint,
    account     text,
    address     text,
    type        text,
    mode        text,
    file_name   text,
    bytes       bigint      NOT NULL DEFAULT 0,
    status      integer     NOT NULL,
    -- never more than the first line: the others of checkauth are secrets
    reply       text        NOT NULL,
    note        text,
    millis      bigint      NOT NULL,
    at          timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX exchange_call_session ON exchange_call (session_id, id);
CREATE INDEX exchange_call_at ON exchange_call (at);
