-- Everything both sides know of a customer, how the customer stands, and where each value came from.
ALTER TABLE customer
    ADD COLUMN middle_name         text,
    -- as it was written, when that is not what is kept
    ADD COLUMN phone_raw           text,
    ADD COLUMN legal_address       text,
    ADD COLUMN delivery_address    text,
    -- set by people only: no import touches these two
    ADD COLUMN role                text        NOT NULL DEFAULT 'RETAIL'
        CHECK (role IN ('RETAIL', 'WHOLESALE', 'TRAINER', 'FEDERATION')),
    ADD COLUMN level               text        NOT NULL DEFAULT 'RETAIL'
        CHECK (level IN ('RETAIL', 'WHOLESALE1', 'WHOLESALE2', 'WHOLESALE3', 'TRAINER', 'FEDERATION')),
    ADD COLUMN verification        text        NOT NULL DEFAULT 'UNVERIFIED'
        CHECK (verification IN ('UNVERIFIED', 'PENDING', 'VERIFIED', 'REFUSED')),
    ADD COLUMN verification_level  int         CHECK (verification_level BETWEEN 1 AND 3),
    ADD COLUMN verification_reason text,
    ADD COLUMN verified_by         text,
    ADD COLUMN verified_at         timestamptz,
    ADD COLUMN origin              text        NOT NULL DEFAULT 'SHOP' CHECK (origin IN ('SHOP', 'ONEC', 'CONSOLE')),
    ADD COLUMN sync_state          text        NOT NULL DEFAULT 'LOCAL'
        CHECK (sync_state IN ('LOCAL', 'PENDING', 'SYNCED', 'CONFLICT', 'ERROR')),
    -- what waits to be sent does not leave before this
    ADD COLUMN send_after          timestamptz,
    ADD COLUMN synced_at           timestamptz,
    ADD COLUMN sync_error          text,
    ADD COLUMN onec_deleted        boolean     NOT NULL DEFAULT false,
    ADD COLUMN merged_into         uuid        REFERENCES customer,
    ADD CHECK ((verification = 'VERIFIED') = (verification_level IS NOT NULL)),
    ADD CHECK (merged_into <> id);

UPDATE customer SET sync_state = CASE WHEN onec_id IS NULL THEN 'PENDING' ELSE 'SYNCED' END
    WHERE type <> 'PERSON' OR onec_id IS NOT NULL;
UPDATE customer SET verification = 'PENDING' WHERE type <> 'PERSON';

CREATE INDEX customer_merged_into ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customer_to_send ON customer (send_after, id) WHERE sync_state = 'PENDING';
CREATE INDEX customer_to_verify ON customer (created_at, id) WHERE verification = 'PENDING';

-- Further phones and e-mails: what was not chosen as the one to use.
CREATE TABLE customer_contact (
    customer_id uuid        NOT NULL REFERENCES customer,
    field       text        NOT NULL CHECK (field IN ('PHONE', 'EMAIL')),
    value       text        NOT NULL,
    raw         text,
    source      text        NOT NULL,
    added_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (customer_id, field, value)
);
CREATE INDEX customer_contact_value ON customer_contact (value);

-- Every change of every value; the first values of a customer are where the customer came from.
CREATE TABLE customer_change (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id uuid        NOT NULL REFERENCES customer,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    field       text        NOT NULL,
    was         text,
    became      text,
    source      text        NOT NULL,
    actor_kind  text        NOT NULL,
    actor       text        NOT NULL,
    reference   text
);
CREATE INDEX customer_change_field ON customer_change (customer_id, field, id DESC);

CREATE TABLE customer_consent (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id uuid        NOT NULL REFERENCES customer,
    kind        text        NOT NULL CHECK (kind IN ('PERSONAL_DATA', 'MARKETING_EMAIL', 'MARKETING_SMS')),
    given       boolean     NOT NULL,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind  text        NOT NULL,
    actor       text        NOT NULL,
    text        text
);
CREATE INDEX customer_consent_customer ON customer_consent (customer_id, id DESC);

CREATE FUNCTION customer_facts_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER customer_consent_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON customer_consent
    FOR EACH STATEMENT EXECUTE FUNCTION customer_facts_are_append_only();
CREATE TRIGGER customer_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON customer_change
    FOR EACH STATEMENT EXECUTE FUNCTION customer_facts_are_append_only();

-- Two customers that became one; what the other one was stays, so that it can be two again.
CREATE TABLE customer_merge (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kept_id     uuid        NOT NULL REFERENCES customer,
    merged_id   uuid        NOT NULL REFERENCES customer,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind  text        NOT NULL,
    actor       text        NOT NULL,
    reason      text        NOT NULL,
    -- what the kept one took over: field to value, and 1C's id
    taken       jsonb       NOT NULL,
    undone_at   timestamptz,
    undone_by   text,
    undone_why  text
);
CREATE INDEX customer_merge_kept ON customer_merge (kept_id);
CREATE INDEX customer_merge_merged ON customer_merge (merged_id);

-- Pairs that a person said are not the same; the smaller id stands first.
CREATE TABLE customer_not_same (
    one_id     uuid        NOT NULL REFERENCES customer,
    other_id   uuid        NOT NULL REFERENCES customer,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind text        NOT NULL,
    actor      text        NOT NULL,
    reason     text,
    PRIMARY KEY (one_id, other_id),
    CHECK (one_id < other_id)
);
CREATE INDEX customer_not_same_other ON customer_not_same (other_id);
