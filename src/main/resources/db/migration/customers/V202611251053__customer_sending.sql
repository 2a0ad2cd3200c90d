-- What is being told to 1C of a customer: the values as they were when it was written, until 1C answers.
CREATE TABLE customer_sending (
    customer_id uuid        PRIMARY KEY REFERENCES customer,
    -- what 1C knows it by
    key         text        NOT NULL UNIQUE,
    version     bigint      NOT NULL,
    -- field to text
    said        jsonb       NOT NULL,
    prepared_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
