-- Keys of programs that call /api/v1. The key itself is shown once and kept as a hash: it is long and random, so a
-- plain SHA-256 tells nothing about it.
CREATE TABLE api_key (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    -- the beginning, to tell keys apart
    prefix     text        NOT NULL,
    sha256     bytea       NOT NULL UNIQUE CHECK (length(sha256) = 32),
    scopes     text[]      NOT NULL,
    -- the demo's well-known key: refused in production
    demo       boolean     NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text        NOT NULL,
    used_at    timestamptz,
    revoked_at timestamptz,
    revoked_by text
);
-- one living key of a name
CREATE UNIQUE INDEX api_key_name ON api_key (lower(name)) WHERE revoked_at IS NULL;
