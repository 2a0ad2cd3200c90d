-- Packets that went over a limit of the guard, what exactly was found, and what people decided.

CREATE TABLE packet_hold (
    run_id       bigint      PRIMARY KEY,
    packet_id    bigint      NOT NULL REFERENCES packet,
    held_at      timestamptz NOT NULL DEFAULT now(),
    -- kinds of rows the packet would change
    kinds        text[]      NOT NULL,
    decision     text CHECK (decision IN ('APPROVED', 'REFUSED')),
    decided_at   timestamptz,
    decided_by_kind text,
    decided_by   text,
    reason       text,
    -- the run that applies it
    next_run_id  bigint,
    CHECK ((decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX packet_hold_packet ON packet_hold (packet_id);
CREATE INDEX packet_hold_open ON packet_hold (run_id) WHERE decision IS NULL;

-- how much of each kind a run found, also a dry one
CREATE TABLE packet_finding_count (
    run_id bigint  NOT NULL,
    kind   text    NOT NULL,
    found  bigint  NOT NULL,
    -- what of the same packet was taken before, by earlier runs
    earlier bigint NOT NULL,
    -- how many there are in force; null where no share is counted
    of_all bigint,
    -- true when it is a reason to hold the packet
    over   boolean NOT NULL,
    PRIMARY KEY (run_id, kind)
);

-- One thing the packet would do, beside what is in force. Names are kept as they were: people decide by them.
CREATE TABLE packet_finding (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id       bigint NOT NULL,
    kind         text   NOT NULL,
    product_id   bigint NOT NULL,
    variant_id   bigint,
    product_onec_id text NOT NULL,
    onec_id      text   NOT NULL,
    name         text   NOT NULL,
    article      text,
    -- the price levels that are fed, in their order, joined by commas
    level        text,
    was          numeric,
    became       numeric,
    was_currency text,
    currency     text,
    -- per cent; null when the currency changed
    change       numeric,
    -- of a broken ladder: the level that must be cheaper, and its price
    other_level  text,
    other_amount numeric
);
CREATE INDEX packet_finding_run ON packet_finding (run_id, id);
CREATE INDEX packet_finding_kind ON packet_finding (run_id, kind, id);

-- What the runs of one packet took together, so that many small files do not get past a share.
ALTER TABLE packet ADD COLUMN zeroed bigint NOT NULL DEFAULT 0;
ALTER TABLE packet ADD COLUMN goods_hidden bigint NOT NULL DEFAULT 0;
ALTER TABLE packet ADD COLUMN offers_hidden bigint NOT NULL DEFAULT 0;
-- 1C ended the packet while a part of it was held: the end is caught up once that is decided
ALTER TABLE packet ADD COLUMN closing_waits boolean NOT NULL DEFAULT false;
