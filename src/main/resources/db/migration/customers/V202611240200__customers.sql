-- Whoever orders: a person, a sole proprietor or a company.
CREATE TABLE customer (
    id           uuid        PRIMARY KEY,
    -- the customer's number; order numbers begin with it
    code         bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    type         text        NOT NULL CHECK (type IN ('PERSON', 'SOLE_PROPRIETOR', 'COMPANY')),
    email        text,
    -- digits with the country's code: +79161234567
    phone        text,
    first_name   text,
    last_name    text,
    company_name text,
    tax_id       text,
    kpp          text,
    onec_id      text        UNIQUE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    changed_at   timestamptz NOT NULL DEFAULT now(),
    version      bigint      NOT NULL DEFAULT 0
);
CREATE INDEX customer_email ON customer (lower(email));
CREATE INDEX customer_phone ON customer (phone);
CREATE INDEX customer_tax_id ON customer (tax_id);
CREATE INDEX customer_name ON customer USING gin
    ((coalesce(company_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(first_name, '')) gin_trgm_ops);
