-- When tasks run by themselves. What a person set here wins over the default in the code.
CREATE TABLE schedule (
    task          text        PRIMARY KEY,
    cron          text        NOT NULL,
    is_edited     boolean     NOT NULL DEFAULT false,
    paused        boolean     NOT NULL DEFAULT false,
    paused_reason text,
    changed_by    text,
    changed_at    timestamptz,
    -- the planned time of the last fire: the same one is never taken twice, whatever a node's clock says
    last_slot     timestamptz,
    last_fired_at timestamptz,
    CHECK (paused = (paused_reason IS NOT NULL))
);

CREATE TABLE schedule_change (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task       text        NOT NULL REFERENCES schedule (task),
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind text        NOT NULL,
    actor_name text        NOT NULL,
    what       text        NOT NULL CHECK (what IN ('CRON', 'PAUSED', 'RESUMED')),
    was        text,
    became     text,
    reason     text        NOT NULL
);
CREATE INDEX schedule_change_of_task ON schedule_change (task, id DESC);
