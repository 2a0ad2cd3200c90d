-- States of lists that somebody wants to come back to.
CREATE TABLE saved_view (
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    list       text NOT NULL,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    -- of the address; holds nothing personal
    query      text NOT NULL CHECK (length(query) <= 2000),
    PRIMARY KEY (account_id, list, name)
);
