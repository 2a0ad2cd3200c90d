-- What 1C says of orders, what its words mean here, and what people are asked.

-- The last that 1C said of a part; what a document leaves out stays as the documents before it said.
CREATE TABLE order_report (
    part_id            uuid        PRIMARY KEY REFERENCES order_part,
    word               text,
    -- the word without blanks and case
    word_key           text,
    -- what became of the word
    standing           text        NOT NULL
        CHECK (standing IN ('FOLLOWED', 'BEHIND', 'ENDED', 'UNKNOWN_WORD', 'IGNORED_WORD', 'SILENT')),
    -- when 1C made the document, on the clock of the shop; 1C writes no zone
    made_at            timestamp,
    told_at            timestamptz NOT NULL,
    way                text        NOT NULL,
    -- not a reference: messages are pruned
    message_id         bigint,
    onec_date          date,
    posted             boolean,
    cancelled          boolean,
    shipped            boolean,
    deleted            boolean,
    paid_on            date,
    -- 1C named a date once and now says that there is none
    payment_withdrawn  boolean     NOT NULL DEFAULT false,
    shipped_on         date,
    shipment_withdrawn boolean     NOT NULL DEFAULT false,
    lines_differ       boolean     NOT NULL DEFAULT false
);
CREATE INDEX order_report_unknown_word ON order_report (word_key) WHERE standing = 'UNKNOWN_WORD';
CREATE INDEX order_report_attention ON order_report (part_id)
    WHERE standing = 'UNKNOWN_WORD' OR lines_differ OR deleted OR payment_withdrawn OR shipment_withdrawn;

-- The rows of that document: what 1C is going to deliver.
CREATE TABLE order_report_line (
    part_id         uuid           NOT NULL REFERENCES order_report ON DELETE CASCADE,
    position        integer        NOT NULL,
    variant_onec_id text           NOT NULL,
    name            text           NOT NULL,
    quantity        numeric(18, 3) NOT NULL,
    sum             numeric(18, 2),
    service         boolean        NOT NULL,
    PRIMARY KEY (part_id, position)
);

-- A document whose number is one part's and whose id is another's. What a person decided holds for later documents too.
CREATE TABLE order_identity (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number          text        NOT NULL,
    onec_key        text        NOT NULL,
    part_by_number  uuid        NOT NULL REFERENCES order_part,
    -- null: the id looks like one of ours and is nobody's
    part_by_id      uuid        REFERENCES order_part,
    word            text,
    message_id      bigint,
    first_at        timestamptz NOT NULL DEFAULT now(),
    last_at         timestamptz NOT NULL DEFAULT now(),
    decision        text CHECK (decision IN ('BY_NUMBER', 'BY_ID', 'NEITHER')),
    decided_at      timestamptz,
    decided_by_kind text,
    decided_by      text,
    reason          text,
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    UNIQUE (number, onec_key)
);
CREATE INDEX order_identity_by_number ON order_identity (part_by_number);
CREATE INDEX order_identity_by_id ON order_identity (part_by_id);
CREATE INDEX order_identity_open ON order_identity (id) WHERE decision IS NULL;

-- What 1C's words mean here. Each change is a whole map of its own, and the newest holds.
CREATE TABLE status_map (
    -- the one a person saw plus one, so that two people cannot overwrite each other
    version    bigint      PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now(),
    actor_kind text        NOT NULL,
    actor      text        NOT NULL,
    reason     text,
    -- the earlier version that it brought back
    restores   bigint      REFERENCES status_map,
    -- the run that took the documents which had waited for it
    run_id     bigint
);
CREATE INDEX status_map_restores ON status_map (restores);
CREATE TABLE status_map_word (
    version  bigint NOT NULL REFERENCES status_map,
    word_key text   NOT NULL,
    word     text   NOT NULL,
    -- null: the word is known and moves nothing
    status   text,
    PRIMARY KEY (version, word_key)
);
INSERT INTO status_map (version, actor_kind, actor) VALUES (1, 'SYSTEM', 'installation');
INSERT INTO status_map_word (version, word_key, word, status) VALUES
    (1, 'несогласован', 'Не согласован', 'PENDING'),
    (1, 'насогласовании', 'На согласовании', 'PENDING'),
    (1, 'подтвержден', 'Подтвержден', 'CONFIRMED'),
    (1, 'ожидаетобработки', 'ОжидаетОбработки', 'PROCESSING'),
    (1, 'квыполнению', 'К выполнению', 'PROCESSING'),
    (1, 'отгружен', 'Отгружен', 'SHIPPED'),
    (1, 'доставлен', 'Доставлен', 'DELIVERED'),
    (1, 'закрыт', 'Закрыт', 'DELIVERED'),
    (1, 'отменен', 'Отменен', 'CANCELLED'),
    (1, 'возвращен', 'Возвращен', 'REFUNDED');

-- Which status an event brought, and in which message 1C said so.
ALTER TABLE order_event ADD COLUMN status text, ADD COLUMN message_id bigint;
