-- A customer as 1C sees one. What 1C said last and what both agreed on last are two things.
CREATE TABLE counterparty (
    onec_id     text        PRIMARY KEY,
    customer_id uuid        REFERENCES customer,
    guid        text,
    version     text,
    deleted     boolean     NOT NULL DEFAULT false,
    name        text,
    -- of the row as it was read last; null: look at the next one whatever it says
    hash        bytea,
    -- field to text
    said        jsonb       NOT NULL DEFAULT '{}',
    agreed      jsonb       NOT NULL DEFAULT '{}',
    agreed_at   timestamptz,
    -- field to the pair of values that a person said to leave alone
    left_alone  jsonb       NOT NULL DEFAULT '{}',
    seen_at     timestamptz NOT NULL DEFAULT now(),
    seen_in     text
);
CREATE UNIQUE INDEX counterparty_customer ON counterparty (customer_id);
CREATE INDEX counterparty_guid ON counterparty (guid) WHERE guid IS NOT NULL;
-- 1C's counterparties that a person said are not this customer
CREATE TABLE counterparty_not_customer (
    onec_id     text        NOT NULL REFERENCES counterparty,
    customer_id uuid        NOT NULL REFERENCES customer,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind  text        NOT NULL,
    actor       text        NOT NULL,
    PRIMARY KEY (onec_id, customer_id)
);
CREATE INDEX counterparty_not_customer_customer ON counterparty_not_customer (customer_id);

CREATE TABLE customer_conflict (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind           text        NOT NULL CHECK (kind IN ('FIELDS', 'IDENTITY')),
    onec_id        text        NOT NULL REFERENCES counterparty,
    -- null while nobody knows who it is
    customer_id    uuid        REFERENCES customer,
    -- whom it is about, for lists and search
    name           text        NOT NULL,
    severity       text        NOT NULL CHECK (severity IN ('HIGH', 'MEDIUM')),
    state          text        NOT NULL
        CHECK (state IN ('OPEN', 'CLAIMED', 'RESOLVED', 'SENT', 'CONFIRMED', 'REOPENED', 'DISMISSED')),
    fields         text[]      NOT NULL DEFAULT '{}',
    -- conflicts of one pattern differ in the same fields and have the same suggestions
    pattern        text        NOT NULL,
    opened_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at         timestamptz NOT NULL,
    escalated_at   timestamptz,
    -- how often 1C has brought back what was decided against
    returned       int         NOT NULL DEFAULT 0,
    claimed_by     text,
    claimed_at     timestamptz,
    claimed_until  timestamptz,
    -- a decision that waits for a second person
    proposal_id    bigint,
    -- the decision in force
    decision_id    bigint,
    -- it does not leave for 1C before this, and can be taken back
    hold_until     timestamptz,
    sent_at        timestamptz,
    confirmed_at   timestamptz,
    changed_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    version        bigint      NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX customer_conflict_at_work ON customer_conflict (onec_id)
    WHERE state IN ('OPEN', 'CLAIMED', 'REOPENED', 'RESOLVED', 'SENT');
CREATE INDEX customer_conflict_onec ON customer_conflict (onec_id, id DESC);
CREATE INDEX customer_conflict_customer ON customer_conflict (customer_id, id DESC);
CREATE INDEX customer_conflict_waiting ON customer_conflict (due_at, id) WHERE state IN ('OPEN', 'CLAIMED', 'REOPENED');
CREATE INDEX customer_conflict_waiting_severity ON customer_conflict (severity, due_at, id)
    WHERE state IN ('OPEN', 'CLAIMED', 'REOPENED');
CREATE INDEX customer_conflict_state ON customer_conflict (state, due_at, id);
CREATE INDEX customer_conflict_due ON customer_conflict (due_at, id);
CREATE INDEX customer_conflict_claimed ON customer_conflict (claimed_by, due_at, id) WHERE claimed_by IS NOT NULL;
CREATE INDEX customer_conflict_proposed ON customer_conflict (due_at, id) WHERE proposal_id IS NOT NULL;
CREATE INDEX customer_conflict_pattern ON customer_conflict (pattern, id)
    WHERE state IN ('OPEN', 'CLAIMED', 'REOPENED');
CREATE INDEX customer_conflict_held ON customer_conflict (hold_until) WHERE state = 'RESOLVED';
CREATE INDEX customer_conflict_name ON customer_conflict USING gin (name gin_trgm_ops);

CREATE TABLE customer_conflict_field (
    conflict_id  bigint      NOT NULL REFERENCES customer_conflict,
    field        text        NOT NULL,
    base         text,
    base_at      timestamptz,
    shop         text,
    shop_at      timestamptz,
    shop_source  text,
    shop_by      text,
    onec         text,
    onec_at      timestamptz,
    onec_source  text,
    -- by the policy of this version
    strategy     text        NOT NULL,
    policy       bigint      NOT NULL,
    rule         text,
    suggested    text,
    suggestion   text,
    choice       text,
    result       text,
    PRIMARY KEY (conflict_id, field)
);

CREATE TABLE customer_conflict_candidate (
    conflict_id bigint NOT NULL REFERENCES customer_conflict,
    customer_id uuid   NOT NULL REFERENCES customer,
    -- the keys that point to this customer, the strongest first
    keys        text[] NOT NULL,
    PRIMARY KEY (conflict_id, customer_id)
);
CREATE INDEX customer_conflict_candidate_customer ON customer_conflict_candidate (customer_id);

CREATE TABLE customer_conflict_decision (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conflict_id     bigint      NOT NULL REFERENCES customer_conflict,
    state           text        NOT NULL CHECK (state IN ('PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'UNDONE', 'OVERTAKEN')),
    at              timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind      text        NOT NULL,
    actor           text        NOT NULL,
    reason          text,
    -- field, choice, value; what the shop had before
    choices         jsonb       NOT NULL,
    second_kind     text,
    second          text,
    second_at       timestamptz,
    second_reason   text,
    -- nobody approves what they proposed
    CHECK (state <> 'IN_FORCE' OR second IS NULL OR second <> actor)
);
CREATE INDEX customer_conflict_decision_conflict ON customer_conflict_decision (conflict_id, id DESC);
CREATE UNIQUE INDEX customer_conflict_decision_one ON customer_conflict_decision (conflict_id)
    WHERE state IN ('PROPOSED', 'IN_FORCE');

CREATE TABLE customer_conflict_event (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conflict_id bigint      NOT NULL REFERENCES customer_conflict,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind        text        NOT NULL,
    state       text        NOT NULL,
    actor_kind  text        NOT NULL,
    actor       text        NOT NULL,
    text        text
);
CREATE INDEX customer_conflict_event_conflict ON customer_conflict_event (conflict_id, id DESC);
CREATE TRIGGER customer_conflict_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON customer_conflict_event
    FOR EACH STATEMENT EXECUTE FUNCTION customer_facts_are_append_only();

-- How collisions are settled: each version is kept, the newest holds.
CREATE TABLE customer_policy (
    version    bigint      PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind text        NOT NULL,
    actor      text        NOT NULL,
    reason     text        NOT NULL,
    strategies jsonb       NOT NULL
);
CREATE TRIGGER customer_policy_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON customer_policy
    FOR EACH STATEMENT EXECUTE FUNCTION customer_facts_are_append_only();
-- the last decisions about a field, for trying a policy on them
CREATE INDEX customer_conflict_field_decided ON customer_conflict_field (field, conflict_id DESC) WHERE result IS NOT NULL;
