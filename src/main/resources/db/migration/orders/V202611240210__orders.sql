-- Orders as customers place them, split into parts as 1C takes them: one VAT rate and one warehouse each.

CREATE TABLE shop_order (
    id                  uuid           PRIMARY KEY,
    -- the order of lists
    position            bigint         GENERATED ALWAYS AS IDENTITY UNIQUE,
    number              text           NOT NULL UNIQUE,
    customer_id         uuid           NOT NULL REFERENCES customer,
    placed_at           timestamptz    NOT NULL,
    currency            char(3)        NOT NULL,
    goods               numeric(18, 2) NOT NULL CHECK (goods >= 0),
    discount            numeric(18, 2) NOT NULL CHECK (discount BETWEEN 0 AND goods),
    delivery_cost       numeric(18, 2) NOT NULL CHECK (delivery_cost >= 0),
    total               numeric(18, 2) NOT NULL CHECK (total = goods - discount + delivery_cost),
    status              text           NOT NULL,
    payment_status      text           NOT NULL,
    delivery_carrier    text,
    delivery_kind       text,
    delivery_point_code text,
    delivery_address    text,
    comment             text,
    changed_at          timestamptz    NOT NULL
);
CREATE INDEX shop_order_customer ON shop_order (customer_id, position DESC);
CREATE INDEX shop_order_status ON shop_order (status, position DESC);

-- The last order of a customer in a year: CCCCCYYNNN.
CREATE TABLE order_number (
    customer_code bigint  NOT NULL,
    year          integer NOT NULL,
    last          integer NOT NULL,
    PRIMARY KEY (customer_code, year)
);

CREATE TABLE order_part (
    id                uuid           PRIMARY KEY,
    order_id          uuid           NOT NULL REFERENCES shop_order,
    position          integer        NOT NULL,
    number            text           NOT NULL UNIQUE,
    -- what 1C knows the part by; never changes
    onec_key          text           NOT NULL UNIQUE,
    vat_rate          text           NOT NULL,
    warehouse_onec_id text,
    warehouse_name    text,
    organisation      text           NOT NULL,
    total             numeric(18, 2) NOT NULL,
    vat_amount        numeric(18, 2) NOT NULL,
    status            text           NOT NULL,
    -- 1C's own word, whatever it means
    onec_status       text,
    export_state      text           NOT NULL CHECK (export_state IN ('NEW', 'PREPARED', 'HANDED_OVER', 'CONFIRMED')),
    -- how often 1C was offered the part without confirming it, and when the first time was
    offers            integer        NOT NULL DEFAULT 0,
    offered_at        timestamptz,
    handed_over_at    timestamptz,
    handed_over_how   text,
    batch             text,
    confirmed_at      timestamptz,
    confirmed_how     text,
    onec_number       text,
    -- 1C judged the part and said no; a person lets it go again
    rejected_at       timestamptz,
    rejected_text     text,
    placed_at         timestamptz    NOT NULL,
    UNIQUE (order_id, position)
);
CREATE INDEX order_part_to_export ON order_part (placed_at, id) WHERE export_state <> 'CONFIRMED';
CREATE INDEX order_part_onec_number ON order_part (onec_number);

CREATE TABLE order_line (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    part_id          uuid           NOT NULL REFERENCES order_part,
    position         integer        NOT NULL,
    kind             text           NOT NULL CHECK (kind IN ('GOODS', 'DELIVERY')),
    -- 1C id of the variant, ORDER_DELIVERY for delivery
    variant_onec_id  text           NOT NULL,
    name             text           NOT NULL,
    article          text,
    unit_code        text,
    unit_name        text,
    unit_short_name  text,
    unit_international_code text,
    quantity         numeric(18, 3) NOT NULL CHECK (quantity > 0),
    price            numeric(18, 2) NOT NULL CHECK (price >= 0),
    -- the line's share of the order's discount
    discount         numeric(18, 2) NOT NULL DEFAULT 0,
    sum              numeric(18, 2) NOT NULL CHECK (sum >= 0),
    vat_rate         text           NOT NULL,
    vat_source       text           NOT NULL CHECK (vat_source IN ('WAREHOUSE', 'PRODUCT', 'DEFAULT')),
    vat_amount       numeric(18, 2) NOT NULL,
    price_type_name  text,
    price_level      text,
    -- false: the catalogue lists no such price for the variant
    price_listed     boolean        NOT NULL,
    UNIQUE (part_id, position)
);

-- What happened to an order and its parts.
CREATE TABLE order_event (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id   uuid        NOT NULL REFERENCES shop_order,
    part_id    uuid        REFERENCES order_part,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind       text        NOT NULL,
    actor_kind text        NOT NULL,
    actor      text        NOT NULL,
    -- the way to 1C: HTTP, FTP, EXCHANGE, BY_HAND
    way        text,
    detail     text
);
CREATE INDEX order_event_order ON order_event (order_id, id DESC);
CREATE INDEX order_event_part ON order_event (part_id);
