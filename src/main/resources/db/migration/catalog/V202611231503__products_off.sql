-- Few products are switched off, so the index is small, and without it they are a needle in a million.
CREATE INDEX product_off ON product (id) WHERE NOT active;
