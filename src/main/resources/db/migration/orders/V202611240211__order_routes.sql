-- Which organisation a warehouse's goods are sold by and at which VAT. The names are a pattern for a shop to replace:
-- 1C takes organisation and warehouse by their exact names.
CREATE TABLE order_route (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- null while 1C has not told it: the warehouse is then known by its name
    warehouse_onec_id text        UNIQUE,
    warehouse_name    text        NOT NULL UNIQUE,
    organisation      text        NOT NULL,
    -- null: the product's own rate
    fixed_vat         text,
    -- goods are taken from the first warehouse that has enough
    position          integer     NOT NULL,
    version           bigint      NOT NULL DEFAULT 0,
    changed_by        text        NOT NULL DEFAULT 'installation',
    changed_at        timestamptz NOT NULL DEFAULT now()
);
INSERT INTO order_route (warehouse_onec_id, warehouse_name, organisation, fixed_vat, position) VALUES
    ('8f06f4f1-b3f0-11ea-81c3-00155d3cae02', '1 СДВ склад', 'ORG-A', NULL, 1),
    (NULL, 'Intex ОСНОВНОЙ', 'ORG-A', '22', 2),
    ('b41f7acc-58e5-11f0-90b3-fa163ea88911', '2 ТЛВ склад', 'ORG-B', '5', 3);

-- Who sells where no route says so.
CREATE TABLE organisation_by_vat (
    vat_rate     text        PRIMARY KEY,
    organisation text        NOT NULL,
    version      bigint      NOT NULL DEFAULT 0,
    changed_by   text        NOT NULL DEFAULT 'installation',
    changed_at   timestamptz NOT NULL DEFAULT now()
);
INSERT INTO organisation_by_vat (vat_rate, organisation) VALUES
    ('22', 'ORG-A'), ('20', 'ORG-A'), ('10', 'ORG-A'), ('5', 'ORG-B');
