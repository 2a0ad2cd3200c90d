-- One record per piece of long or scheduled work. All times are the database's: nodes' clocks do not agree.
CREATE TABLE job_run (
    id                  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task                text        NOT NULL,
    state               text        NOT NULL DEFAULT 'QUEUED'
        CHECK (state IN ('QUEUED', 'RUNNING', 'HELD', 'COMPLETED', 'COMPLETED_WITH_REJECTS', 'FALLBACK', 'FAILED', 'CANCELLED')),
    trigger             text        NOT NULL
        CHECK (trigger IN ('SCHEDULE', 'MANUAL', 'COMMAND_LINE', 'EXCHANGE', 'FOLDER', 'REPLAY', 'RETRY', 'RECOVERY')),
    actor_kind          text        NOT NULL,
    actor_name          text        NOT NULL,
    reason              text,
    attempt             integer     NOT NULL DEFAULT 1 CHECK (attempt > 0),
    previous_run_id     bigint      REFERENCES job_run (id),
    parameters          jsonb       NOT NULL DEFAULT '{}',
    subject             text,
    dry_run             boolean     NOT NULL DEFAULT false,
    -- a person let a HELD run go on
    released            boolean     NOT NULL DEFAULT false,
    -- only this node may take it: a command line waits for its own run
    pinned_node         text,
    phase               text,
    progress_done       bigint,
    progress_total      bigint,
    rows_done           bigint      NOT NULL DEFAULT 0,
    queued_at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at          timestamptz,
    finished_at         timestamptz,
    heartbeat_at        timestamptz,
    node                text,
    lease               text,
    fencing_token       bigint,
    -- whether another attempt follows when the node dies
    recoverable         boolean     NOT NULL DEFAULT true,
    error_type          text,
    error_message       text,
    summary             jsonb,
    cancel_requested_at timestamptz,
    cancelled_by        text,
    cancel_reason       text,
    CHECK ((state = 'RUNNING') <= (fencing_token IS NOT NULL AND lease IS NOT NULL AND node IS NOT NULL)),
    CHECK ((state IN ('COMPLETED', 'COMPLETED_WITH_REJECTS', 'FALLBACK', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL))
);
CREATE INDEX job_run_waiting ON job_run (id) WHERE state = 'QUEUED';
CREATE INDEX job_run_working ON job_run (id) WHERE state = 'RUNNING';
CREATE INDEX job_run_of_task ON job_run (task, id DESC);
CREATE INDEX job_run_previous ON job_run (previous_run_id) WHERE previous_run_id IS NOT NULL;
-- a dead node's run is retried once, whoever notices
CREATE UNIQUE INDEX job_run_one_recovery ON job_run (previous_run_id) WHERE trigger = 'RECOVERY';

CREATE TABLE run_event (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id     bigint      NOT NULL REFERENCES job_run (id) ON DELETE CASCADE,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind text        NOT NULL,
    actor_name text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('STATE', 'NOTE', 'WARNING')),
    message    text        NOT NULL,
    args       jsonb       NOT NULL DEFAULT '[]'
);
CREATE INDEX run_event_of_run ON run_event (run_id, id);
COMMENT ON COLUMN run_event.message IS 'translation key; args fill its places';

-- Mutual exclusion between nodes. A taken-over lease has a higher token, so its old holder can be told apart for ever.
CREATE TABLE lease (
    name       text        PRIMARY KEY,
    holder     text,
    token      bigint      NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL DEFAULT '-infinity',
    run_id     bigint,
    -- makes the token a key column: changing it conflicts with FOR KEY SHARE, while moving expires_at does not.
    -- A fenced transaction thus holds off a takeover but not the heartbeat.
    UNIQUE (name, token)
);
