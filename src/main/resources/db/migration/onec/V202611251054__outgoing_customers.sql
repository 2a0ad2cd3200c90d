-- Orders are no longer all that goes to 1C.
ALTER TABLE outgoing_record
    ADD COLUMN kind text NOT NULL DEFAULT 'ORDER' CHECK (kind IN ('ORDER', 'CUSTOMER'));
CREATE INDEX outgoing_record_kind ON outgoing_record (kind, state, created_at, key)
    WHERE state NOT IN ('CONFIRMED', 'REJECTED', 'WITHDRAWN');
