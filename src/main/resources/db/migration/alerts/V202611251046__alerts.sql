-- What people are to know of. One row per cause, however often and on however many nodes it is seen.
CREATE TABLE alert (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule            text        NOT NULL,
    -- what the rule found wrong: a circuit, a circuit with its operation, all files
    subject         text        NOT NULL,
    seen            bigint      NOT NULL DEFAULT 1,
    first_seen      timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_seen       timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- the last of what was counted, so that nothing is counted twice
    occurrences     text[]      NOT NULL,
    -- the last, for a person, masked
    detail          text,
    link            text,
    call_id         bigint,
    owner           text,
    owned_at        timestamptz,
    muted_until     timestamptz,
    muted_by        text,
    mute_reason     text,
    resolved_at     timestamptz,
    resolution      text CHECK (resolution IN ('GONE', 'PERSON')),
    resolved_by     text,
    resolve_reason  text,
    CHECK ((owner IS NULL) = (owned_at IS NULL)),
    CHECK ((muted_until IS NULL) = (muted_by IS NULL)),
    CHECK ((resolved_at IS NULL) = (resolution IS NULL)),
    CHECK (resolution IS DISTINCT FROM 'PERSON' OR resolved_by IS NOT NULL AND resolve_reason IS NOT NULL)
);
CREATE UNIQUE INDEX alert_open ON alert (rule, subject) WHERE resolved_at IS NULL;
CREATE INDEX alert_cause ON alert (rule, subject, id);
CREATE INDEX alert_resolved ON alert (id) WHERE resolved_at IS NOT NULL;
CREATE INDEX alert_owner ON alert (owner, id) WHERE owner IS NOT NULL;

CREATE TABLE alert_event (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id   bigint      NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind       text        NOT NULL,
    actor_kind text        NOT NULL,
    actor      text        NOT NULL,
    detail     text
);
CREATE INDEX alert_event_alert ON alert_event (alert_id, id);
