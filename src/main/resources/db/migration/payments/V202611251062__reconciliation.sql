-- What the provider's list of a day and our ledger say differently, until somebody has looked at it.
CREATE TABLE reconciliation_difference (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day         date        NOT NULL,
    subject     text        NOT NULL CHECK (subject IN ('PAYMENT', 'REFUND')),
    kind        text        NOT NULL CHECK (kind IN ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT', 'STATE')),
    provider_id text        NOT NULL,
    payment_id  uuid        REFERENCES payment,
    refund_id   uuid        REFERENCES refund,
    here        text,
    there       text,
    state       text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'SETTLED', 'ACCEPTED')),
    found_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    decided_at  timestamptz,
    decided_by  text,
    remark      text,
    CHECK (state <> 'ACCEPTED' OR decided_by IS NOT NULL AND remark IS NOT NULL)
);
-- However often a day is compared, one difference waits once; an accepted one does not come back.
CREATE UNIQUE INDEX reconciliation_difference_once ON reconciliation_difference (subject, provider_id, kind)
    WHERE state IN ('OPEN', 'ACCEPTED');
CREATE INDEX reconciliation_difference_state ON reconciliation_difference (state, id DESC);
CREATE INDEX reconciliation_difference_day ON reconciliation_difference (day);
CREATE INDEX reconciliation_difference_payment ON reconciliation_difference (payment_id);
CREATE INDEX reconciliation_difference_refund ON reconciliation_difference (refund_id);
