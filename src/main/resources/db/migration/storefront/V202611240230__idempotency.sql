-- What a call with an Idempotency-Key was answered: the same call again gets the same answer, whichever node it reaches.
-- The row lives or dies with the transaction of the work itself.
CREATE TABLE idempotent_answer (
    api_key_id uuid        NOT NULL REFERENCES api_key,
    key        text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    -- of the call: method, address and meaning of the body
    sha256     bytea       NOT NULL CHECK (length(sha256) = 32),
    status     integer     NOT NULL DEFAULT 0,
    location   text,
    body       text        NOT NULL DEFAULT '',
    at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (api_key_id, key)
);
CREATE INDEX idempotent_answer_at ON idempotent_answer (at);
