-- Support finds a payment by whatever the customer reads out.
CREATE INDEX payment_contact_email ON payment (lower(contact_email)) WHERE contact_email IS NOT NULL;
CREATE INDEX payment_contact_phone ON payment (contact_phone) WHERE contact_phone IS NOT NULL;
CREATE INDEX payment_provider_number ON payment (provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX payment_order_number ON payment (order_number text_pattern_ops);
