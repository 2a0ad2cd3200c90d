-- Accounts of people and of 1C. Names are lower case, so that a login is found however it was typed.
CREATE TABLE account (
    id                   uuid PRIMARY KEY,
    name                 text        NOT NULL UNIQUE CHECK (name = lower(name)),
    password             text        NOT NULL,
    disabled             boolean     NOT NULL DEFAULT false,
    must_change_password boolean     NOT NULL DEFAULT false,
    password_changed_at  timestamptz NOT NULL,
    -- one of the demo's well-known accounts: refused and removed in production
    demo                 boolean     NOT NULL DEFAULT false,
    -- grows with each change that must end the sessions already open
    stamp                integer     NOT NULL DEFAULT 0,
    created_at           timestamptz NOT NULL,
    version              bigint      NOT NULL DEFAULT 0,
    -- written by logins only, on the database's clock
    failed_attempts      integer     NOT NULL DEFAULT 0,
    last_failed_at       timestamptz,
    locked_until         timestamptz,
    last_login_at        timestamptz
);

CREATE TABLE account_role (
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    role       text NOT NULL CHECK (role IN
        ('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER', 'EXCHANGE')),
    PRIMARY KEY (account_id, role)
);
