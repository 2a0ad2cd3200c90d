-- 1C asks for orders by itself: what it was answered with, so that its success commits exactly that.
ALTER TABLE exchange_session ADD COLUMN sale_zip boolean NOT NULL DEFAULT false;

CREATE TABLE exchange_batch (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id   bigint      NOT NULL REFERENCES exchange_session ON DELETE CASCADE,
    -- the bytes of the answer; null when there was no order in it, or when they are no longer kept
    message_id   bigint      REFERENCES message (id) ON DELETE SET NULL,
    keys         text[]      NOT NULL,
    asked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    committed_at timestamptz
);
CREATE INDEX exchange_batch_session ON exchange_batch (session_id, id);
CREATE INDEX exchange_batch_message ON exchange_batch (message_id) WHERE message_id IS NOT NULL;

ALTER TABLE outgoing_record DROP CONSTRAINT outgoing_record_state_check;
ALTER TABLE outgoing_record ADD CONSTRAINT outgoing_record_state_check CHECK (state IN (
    'QUEUED', 'OFFERED', 'SENDING', 'WAITING_FTP', 'ON_FTP', 'POSSIBLE_DOUBLE', 'CONFIRMED', 'REJECTED', 'WITHDRAWN'));
