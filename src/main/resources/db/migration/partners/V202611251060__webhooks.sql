-- Notifications of outside systems, judged before they were answered; the bytes are the message's.
CREATE TABLE webhook (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider       text        NOT NULL,
    message_id     bigint      NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    received_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    address        text,
    headers        jsonb       NOT NULL,
    address_lamp   text        NOT NULL CHECK (address_lamp IN ('PASSED', 'FAILED', 'NOT_MADE')),
    secret_lamp    text        NOT NULL CHECK (secret_lamp IN ('PASSED', 'FAILED')),
    signature_lamp text        NOT NULL CHECK (signature_lamp IN ('PASSED', 'FAILED', 'NOT_MADE')),
    event          text,
    subject        text,
    -- the same for every repeat of the same news
    key            text,
    state          text        NOT NULL CHECK (state IN
        ('RECEIVED', 'WAITING', 'APPLIED', 'UNCHANGED', 'DUPLICATE', 'REJECTED', 'GIVEN_UP')),
    remark         text,
    attempts       integer     NOT NULL DEFAULT 0,
    -- when it is worked on next; a node that takes it moves this to the end of its lease
    due_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    worked_at      timestamptz,
    is_replay      boolean     NOT NULL DEFAULT false,
    CHECK (state IN ('REJECTED', 'GIVEN_UP') OR subject IS NOT NULL AND key IS NOT NULL),
    CHECK ('FAILED' NOT IN (address_lamp, secret_lamp, signature_lamp) OR state = 'REJECTED' OR is_replay)
);
CREATE INDEX webhook_due ON webhook (due_at, id) WHERE state IN ('RECEIVED', 'WAITING');
CREATE INDEX webhook_key ON webhook (provider, key, id) WHERE state IN ('APPLIED', 'UNCHANGED');
CREATE INDEX webhook_subject ON webhook (provider, subject, id);
CREATE INDEX webhook_state ON webhook (state, id);
CREATE INDEX webhook_message ON webhook (message_id);
