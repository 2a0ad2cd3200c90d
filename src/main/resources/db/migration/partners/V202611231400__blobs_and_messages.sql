-- Bytes by content: stored once however often they come. A null hash means the content is still being written.
CREATE TABLE blob (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256 bytea UNIQUE CHECK (length(sha256) = 32),
    size bigint NOT NULL DEFAULT 0,
    stored_size bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- when somebody last asked for exactly these bytes to be kept; the clean-up leaves recent ones alone
    used_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE blob_chunk (
    blob_id bigint NOT NULL REFERENCES blob (id) ON DELETE CASCADE,
    n integer NOT NULL,
    size integer NOT NULL,
    zstd boolean NOT NULL,
    data bytea STORAGE EXTERNAL NOT NULL,
    PRIMARY KEY (blob_id, n)
);

-- Every file or call received or sent, byte-exact.
CREATE TABLE message (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    direction text NOT NULL CHECK (direction IN ('IN', 'OUT')),
    channel text NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    content_type text,
    blob_id bigint NOT NULL REFERENCES blob (id),
    sha256 bytea NOT NULL,
    size bigint NOT NULL,
    actor_kind text NOT NULL,
    actor_name text NOT NULL,
    correlation_id text,
    packet_id bigint,
    duplicate_of bigint REFERENCES message (id) ON DELETE SET NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX message_sha256 ON message (sha256, id);
CREATE INDEX message_blob ON message (blob_id);
CREATE INDEX message_packet ON message (packet_id);
CREATE INDEX message_received_at ON message (received_at);
CREATE INDEX message_duplicate_of ON message (duplicate_of);
CREATE INDEX message_correlation ON message (correlation_id);
CREATE INDEX message_channel ON message (channel, id);
CREATE INDEX message_name ON message USING gin (lower(name) gin_trgm_ops);
