-- People search by a piece of what the customer reads out.
CREATE INDEX customer_phone_part ON customer USING gin (phone gin_trgm_ops);
CREATE INDEX customer_email_part ON customer USING gin (lower(email) gin_trgm_ops);
