-- Beyond these limits a packet waits for a person. Every change is a row and the newest holds; without rows the
-- settings of the installation do.
CREATE TABLE guard_limits (
    -- the one a person saw plus one, so that two people cannot overwrite each other
    version      bigint      PRIMARY KEY,
    at           timestamptz NOT NULL DEFAULT now(),
    actor_kind   text        NOT NULL,
    actor        text        NOT NULL,
    reason       text        NOT NULL,
    -- shares are per cent; null: not watched
    price_change numeric,
    zeroed_share numeric,
    zeroed_least integer     NOT NULL,
    hidden_share numeric,
    hidden_least integer     NOT NULL,
    -- price levels of which each must be dearer than the one before it
    ladder       text[]      NOT NULL
);
