-- What people decide about 1C's ids: versions against overwriting each other, and a history of every decision.

ALTER TABLE price_level ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE price_type ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE warehouse_onec_id ADD COLUMN version bigint NOT NULL DEFAULT 0;

CREATE TABLE mapping_change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now(),
    actor_kind text        NOT NULL,
    actor      text        NOT NULL,
    -- PRICE_LEVEL, PRICE_TYPE or WAREHOUSE
    kind       text        NOT NULL,
    -- a price level, or the 1C id of a price type or a warehouse
    subject    text        NOT NULL,
    -- a 1C price type, one of our warehouses, or IGNORED
    was        text,
    became     text,
    reason     text,
    -- the run that took the rows which had waited for it
    run_id     bigint
);
CREATE INDEX mapping_change_subject ON mapping_change (kind, subject, id DESC);
