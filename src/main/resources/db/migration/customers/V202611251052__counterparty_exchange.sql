-- What 1C accepted last, and when: it may take a while until its files show it.
ALTER TABLE counterparty
    ADD COLUMN sent    jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN sent_at timestamptz;

-- The answer to "who is this?": one of the candidates, or somebody new.
ALTER TABLE customer_conflict_decision
    ADD COLUMN identified_as uuid    REFERENCES customer,
    ADD COLUMN as_new        boolean NOT NULL DEFAULT false,
    ADD CHECK (identified_as IS NULL OR NOT as_new);
CREATE INDEX customer_conflict_decision_identified ON customer_conflict_decision (identified_as)
    WHERE identified_as IS NOT NULL;

-- What kind of buyer 1C's papers show.
ALTER TABLE counterparty ADD COLUMN type text NOT NULL DEFAULT 'PERSON'
    CHECK (type IN ('PERSON', 'SOLE_PROPRIETOR', 'COMPANY'));
