-- Payments of orders, what was asked of the provider, the ledger of every movement of money, refunds and receipts.

CREATE TABLE payment (
    id                uuid           PRIMARY KEY,
    -- the order of lists
    position          bigint         GENERATED ALWAYS AS IDENTITY UNIQUE,
    order_number      text           NOT NULL,
    provider          text           NOT NULL,
    -- null until the provider has answered, or told us in another way
    provider_id       text,
    state             text           NOT NULL
        CHECK (state IN ('PENDING', 'WAITING_FOR_CAPTURE', 'SUCCEEDED', 'CANCELED', 'UNKNOWN')),
    -- the provider's own word, whatever it means
    provider_status   text,
    amount            numeric(18, 2) NOT NULL CHECK (amount > 0),
    currency          char(3)        NOT NULL,
    captures_at_once  boolean        NOT NULL,
    description       text           NOT NULL,
    return_url        text           NOT NULL,
    contact_email     text,
    contact_phone     text,
    confirmation_url  text,
    confirmation_until timestamptz   NOT NULL,
    hold_until        timestamptz,
    -- people were told that the hold ends soon
    hold_told_at      timestamptz,
    method            text,
    method_title      text,
    card_first6       text,
    card_last4        text,
    -- what a bank's statement and a customer's bank know it by
    rrn               text,
    auth_code         text,
    -- what the shop gets of it, the provider's commission taken off
    income            numeric(18, 2),
    cancelled_by      text,
    cancelled_why     text,
    created_at        timestamptz    NOT NULL,
    changed_at        timestamptz    NOT NULL,
    paid_at           timestamptz,
    -- when the provider is asked next; null: nothing to ask
    ask_at            timestamptz,
    asks              integer        NOT NULL DEFAULT 0,
    -- balances; the ledger is the truth they are checked against
    held              numeric(18, 2) NOT NULL DEFAULT 0 CHECK (held >= 0),
    captured          numeric(18, 2) NOT NULL DEFAULT 0 CHECK (captured >= 0),
    -- asked back and not decided: it counts against the ceiling
    refunding         numeric(18, 2) NOT NULL DEFAULT 0 CHECK (refunding >= 0),
    refunded          numeric(18, 2) NOT NULL DEFAULT 0 CHECK (refunded >= 0),
    actor_kind        text           NOT NULL,
    actor             text           NOT NULL,
    CONSTRAINT payment_provider_id UNIQUE (provider, provider_id),
    CONSTRAINT payment_takes_no_more_than_asked CHECK (held + captured <= amount),
    -- whoever asks for a refund, and however many at once
    CONSTRAINT payment_never_more_out_than_in CHECK (refunding + refunded <= captured),
    CONSTRAINT payment_state_has_its_money CHECK (
        (state = 'WAITING_FOR_CAPTURE') = (held > 0) AND (state = 'SUCCEEDED') = (captured > 0))
);
-- A customer who asks twice gets the same payment, and cannot pay two.
CREATE UNIQUE INDEX payment_open ON payment (order_number)
    WHERE state IN ('PENDING', 'WAITING_FOR_CAPTURE', 'UNKNOWN');
CREATE INDEX payment_order ON payment (order_number, position DESC);
CREATE INDEX payment_state ON payment (state, position DESC);
CREATE INDEX payment_amount ON payment (amount, position DESC);
CREATE INDEX payment_last4 ON payment (card_last4, position DESC) WHERE card_last4 IS NOT NULL;
CREATE INDEX payment_rrn ON payment (rrn) WHERE rrn IS NOT NULL;
CREATE INDEX payment_method ON payment (method, position DESC) WHERE method IS NOT NULL;
CREATE INDEX payment_created_at ON payment (created_at);
CREATE INDEX payment_paid_at ON payment (paid_at) WHERE paid_at IS NOT NULL;
CREATE INDEX payment_ask_at ON payment (ask_at) WHERE ask_at IS NOT NULL;

-- What is paid for, as it was agreed: what a receipt says and what a refund by line takes back.
CREATE TABLE payment_line (
    id             bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id     uuid           NOT NULL REFERENCES payment,
    position       integer        NOT NULL,
    kind           text           NOT NULL CHECK (kind IN ('GOODS', 'DELIVERY')),
    code           text           NOT NULL,
    name           text           NOT NULL,
    quantity       numeric(18, 3) NOT NULL CHECK (quantity > 0),
    sum            numeric(18, 2) NOT NULL CHECK (sum >= 0),
    vat            text           NOT NULL,
    -- refunded or being refunded
    taken_quantity numeric(18, 3) NOT NULL DEFAULT 0 CHECK (taken_quantity BETWEEN 0 AND quantity),
    taken          numeric(18, 2) NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND sum),
    UNIQUE (payment_id, position)
);

CREATE TABLE refund (
    id              uuid           PRIMARY KEY,
    position        bigint         GENERATED ALWAYS AS IDENTITY UNIQUE,
    payment_id      uuid           NOT NULL REFERENCES payment,
    provider_id     text           UNIQUE,
    -- asked for here, or found at the provider
    origin          text           NOT NULL CHECK (origin IN ('CONSOLE', 'PROVIDER')),
    state           text           NOT NULL CHECK (state IN
        ('AWAITING_APPROVAL', 'SENDING', 'UNKNOWN', 'PENDING', 'SUCCEEDED', 'CANCELED', 'REJECTED')),
    provider_status text,
    amount          numeric(18, 2) NOT NULL CHECK (amount > 0),
    reason          text           NOT NULL,
    note            text,
    requested_kind  text           NOT NULL,
    requested_by    text           NOT NULL,
    requested_at    timestamptz    NOT NULL,
    -- what the payment had then; the second person sees what changed since
    seen_refunding  numeric(18, 2) NOT NULL,
    seen_refunded   numeric(18, 2) NOT NULL,
    approval_until  timestamptz,
    decided_by      text,
    decided_at      timestamptz,
    decision_note   text,
    cancelled_by    text,
    cancelled_why   text,
    changed_at      timestamptz    NOT NULL,
    ask_at          timestamptz,
    asks            integer        NOT NULL DEFAULT 0,
    CHECK (state <> 'AWAITING_APPROVAL' OR approval_until IS NOT NULL),
    -- nobody approves their own
    CONSTRAINT refund_has_two_people CHECK (decided_by IS NULL OR decided_by <> requested_by)
);
CREATE INDEX refund_payment ON refund (payment_id, position);
CREATE INDEX refund_state ON refund (state, position DESC);
CREATE INDEX refund_requested ON refund (requested_by, requested_at);
CREATE INDEX refund_requested_at ON refund (requested_at);
CREATE INDEX refund_ask_at ON refund (ask_at) WHERE ask_at IS NOT NULL;

CREATE TABLE refund_line (
    refund_id       uuid           NOT NULL REFERENCES refund,
    payment_line_id bigint         NOT NULL REFERENCES payment_line,
    -- zero: only a part of the sum goes back, the goods stay with the customer
    quantity        numeric(18, 3) NOT NULL CHECK (quantity >= 0),
    amount          numeric(18, 2) NOT NULL CHECK (amount >= 0),
    -- the goods come back into stock
    restock         boolean        NOT NULL,
    PRIMARY KEY (refund_id, payment_line_id)
);
CREATE INDEX refund_line_payment_line ON refund_line (payment_line_id);

CREATE TABLE receipt (
    id              uuid           PRIMARY KEY,
    position        bigint         GENERATED ALWAYS AS IDENTITY UNIQUE,
    payment_id      uuid           NOT NULL REFERENCES payment,
    -- null: of the payment itself
    refund_id       uuid           REFERENCES refund,
    provider_id     text           UNIQUE,
    state           text           NOT NULL CHECK (state IN
        ('SENDING', 'UNKNOWN', 'PENDING', 'SUCCEEDED', 'CANCELED', 'REJECTED')),
    provider_status text,
    amount          numeric(18, 2) NOT NULL CHECK (amount > 0),
    -- a failed one that this one stands in for
    replaces_id     uuid           REFERENCES receipt,
    fiscal_document text,
    fiscal_storage  text,
    fiscal_sign     text,
    requested_at    timestamptz    NOT NULL,
    registered_at   timestamptz,
    changed_at      timestamptz    NOT NULL,
    told_late_at    timestamptz,
    told_overdue_at timestamptz,
    problem         text,
    ask_at          timestamptz,
    asks            integer        NOT NULL DEFAULT 0
);
CREATE INDEX receipt_payment ON receipt (payment_id, position);
CREATE INDEX receipt_refund ON receipt (refund_id);
CREATE INDEX receipt_replaces ON receipt (replaces_id);
CREATE INDEX receipt_state ON receipt (state, position DESC);
CREATE INDEX receipt_ask_at ON receipt (ask_at) WHERE ask_at IS NOT NULL;

-- What the provider is asked to do: stored with its key and its very bytes before the call, and repeated with both.
CREATE TABLE provider_operation (
    id          uuid           PRIMARY KEY,
    position    bigint         GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind        text           NOT NULL CHECK (kind IN ('CREATE', 'CAPTURE', 'CANCEL', 'REFUND', 'RECEIPT')),
    payment_id  uuid           NOT NULL REFERENCES payment,
    refund_id   uuid           REFERENCES refund,
    receipt_id  uuid           REFERENCES receipt,
    amount      numeric(18, 2) NOT NULL,
    key         text           NOT NULL UNIQUE,
    -- when the key was first sent; the provider forgets it a day later
    key_since   timestamptz,
    -- emptied when it has ended: it names the customer
    body        text           NOT NULL,
    has_receipt boolean        NOT NULL,
    state       text           NOT NULL CHECK (state IN ('WAITING', 'UNKNOWN', 'DONE', 'REFUSED')),
    attempts    integer        NOT NULL DEFAULT 0,
    due_at      timestamptz    NOT NULL,
    -- a node is at it until then
    lease_until timestamptz,
    error       text,
    problem     text,
    call_id     bigint,
    created_at  timestamptz    NOT NULL,
    ended_at    timestamptz,
    actor_kind  text           NOT NULL,
    actor       text           NOT NULL
);
CREATE INDEX provider_operation_payment ON provider_operation (payment_id, position);
CREATE INDEX provider_operation_refund ON provider_operation (refund_id);
CREATE INDEX provider_operation_receipt ON provider_operation (receipt_id);
CREATE INDEX provider_operation_due ON provider_operation (due_at) WHERE state IN ('WAITING', 'UNKNOWN');
-- One call about a payment at a time, on all nodes together.
CREATE UNIQUE INDEX provider_operation_one_at_a_time ON provider_operation (payment_id) WHERE lease_until IS NOT NULL;

-- Every movement of money: from one account of the payment to another. Rows are only ever added.
CREATE TABLE ledger_entry (
    id         bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id uuid           NOT NULL REFERENCES payment,
    refund_id  uuid           REFERENCES refund,
    movement   text           NOT NULL CHECK (movement IN
        ('HOLD', 'CAPTURE', 'RELEASE', 'REFUND_RESERVED', 'REFUND_DONE', 'REFUND_FREED')),
    debit      text           NOT NULL CHECK (debit IN ('CUSTOMER', 'HELD', 'SHOP', 'REFUNDING')),
    credit     text           NOT NULL CHECK (credit IN ('CUSTOMER', 'HELD', 'SHOP', 'REFUNDING')),
    amount     numeric(18, 2) NOT NULL CHECK (amount > 0),
    at         timestamptz    NOT NULL DEFAULT clock_timestamp(),
    -- how we know: ANSWER, WEBHOOK, LOOKUP, RECONCILIATION, PERSON
    source     text           NOT NULL,
    CHECK (debit <> credit)
);
CREATE INDEX ledger_entry_payment ON ledger_entry (payment_id, id);
CREATE INDEX ledger_entry_refund ON ledger_entry (refund_id);
CREATE INDEX ledger_entry_at ON ledger_entry (at);

CREATE FUNCTION ledger_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ledger_entry is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_is_append_only();

-- What an order has been paid and refunded; the row comes with the first money, and says who pays twice.
CREATE TABLE order_money (
    order_number  text           PRIMARY KEY,
    paid          numeric(18, 2) NOT NULL CHECK (paid > 0),
    refunded      numeric(18, 2) NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND paid),
    paid_at       timestamptz    NOT NULL,
    first_payment uuid           NOT NULL REFERENCES payment,
    payments      integer        NOT NULL DEFAULT 1
);
CREATE INDEX order_money_first_payment ON order_money (first_payment);

-- The balances of a payment and of its order are the sums of the ledger, to the kopeck, whenever a transaction ends.
CREATE FUNCTION payment_agrees_with_its_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- the argument names the column that holds the payment's id
    one uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    was record;
    is_sum record;
BEGIN
    SELECT order_number, held, captured, refunding, refunded INTO was FROM payment WHERE id = one;
    SELECT coalesce(sum(CASE WHEN credit = 'HELD' THEN amount WHEN debit = 'HELD' THEN -amount END), 0) AS held,
           coalesce(sum(amount) FILTER (WHERE movement = 'CAPTURE'), 0) AS captured,
           coalesce(sum(CASE WHEN credit = 'REFUNDING' THEN amount WHEN debit = 'REFUNDING' THEN -amount END), 0)
               AS refunding,
           coalesce(sum(amount) FILTER (WHERE movement = 'REFUND_DONE'), 0) AS refunded
        INTO is_sum FROM ledger_entry WHERE payment_id = one;
    IF (was.held, was.captured, was.refunding, was.refunded)
        IS DISTINCT FROM (is_sum.held, is_sum.captured, is_sum.refunding, is_sum.refunded) THEN
        RAISE EXCEPTION 'payment % does not agree with its ledger: % and %', one, was, is_sum
            USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT FROM (SELECT coalesce(sum(captured), 0) AS paid, coalesce(sum(refunded), 0) AS refunded
            FROM payment WHERE order_number = was.order_number) p
        FULL JOIN (SELECT paid, refunded FROM order_money WHERE order_number = was.order_number) m ON true
        WHERE coalesce(m.paid, 0) <> p.paid OR coalesce(m.refunded, 0) <> p.refunded) THEN
        RAISE EXCEPTION 'the money of order % does not agree with its payments', was.order_number
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER payment_agrees_with_its_ledger
    AFTER INSERT OR UPDATE OF held, captured, refunding, refunded ON payment DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION payment_agrees_with_its_ledger('id');
CREATE CONSTRAINT TRIGGER ledger_agrees_with_its_payment
    AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION payment_agrees_with_its_ledger('payment_id');

-- What happened to a payment, its refunds and receipts, for people to read.
CREATE TABLE payment_event (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id uuid        NOT NULL REFERENCES payment,
    refund_id  uuid        REFERENCES refund,
    receipt_id uuid        REFERENCES receipt,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind       text        NOT NULL,
    actor_kind text        NOT NULL,
    actor      text        NOT NULL,
    detail     text
);
CREATE INDEX payment_event_payment ON payment_event (payment_id, id);
CREATE INDEX payment_event_refund ON payment_event (refund_id);
CREATE INDEX payment_event_receipt ON payment_event (receipt_id);
