-- A file put, or to be put, on the file server because 1C could not be called.
CREATE TABLE outgoing_file (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name            text        NOT NULL UNIQUE,
    -- the bytes; every try to upload sends exactly these
    message_id      bigint      NOT NULL REFERENCES message (id),
    rows            integer     NOT NULL CHECK (rows > 0),
    state           text        NOT NULL CHECK (state IN ('WAITING', 'UPLOADED', 'SETTLED', 'WITHDRAWN')),
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    uploaded_at     timestamptz,
    acknowledged_at timestamptz,
    settled_at      timestamptz,
    tries           integer     NOT NULL DEFAULT 0,
    failure         text,
    -- who uploads it now, until when that is believed
    lease_until     timestamptz
);
CREATE INDEX outgoing_file_message ON outgoing_file (message_id);
CREATE INDEX outgoing_file_open ON outgoing_file (id) WHERE state IN ('WAITING', 'UPLOADED');

-- Everything that is to reach 1C, one row per record, however often and by whichever way it is tried.
CREATE TABLE outgoing_record (
    -- what 1C knows it by: Документ/Ид
    key            text        PRIMARY KEY,
    number         text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'WAITING_FTP', 'ON_FTP', 'POSSIBLE_DOUBLE',
                                                         'CONFIRMED', 'REJECTED', 'WITHDRAWN')),
    -- the idempotency key of the call it went with last
    batch          text,
    -- 1C refused a batch with it as a whole, so it goes alone to find the one that is wrong
    alone          boolean     NOT NULL DEFAULT false,
    file_id        bigint      REFERENCES outgoing_file (id),
    tries          integer     NOT NULL DEFAULT 0,
    lease_until    timestamptz,
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- since when it is debt
    owed_since     timestamptz,
    way            text,
    onec_number    text,
    error          text,
    failure        text,
    call_id        bigint
);
CREATE INDEX outgoing_record_open ON outgoing_record (state, key) WHERE state NOT IN ('CONFIRMED', 'REJECTED', 'WITHDRAWN');
CREATE INDEX outgoing_record_file ON outgoing_record (file_id) WHERE file_id IS NOT NULL;

-- What was taken from the file server; the same file is never taken twice.
CREATE TABLE incoming_file (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL,
    size       bigint      NOT NULL,
    modified   timestamptz NOT NULL,
    sha256     text        NOT NULL,
    message_id bigint      REFERENCES message (id) ON DELETE SET NULL,
    taken_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (name, size, modified, sha256)
);
CREATE INDEX incoming_file_message ON incoming_file (message_id);
