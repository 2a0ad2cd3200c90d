-- The list of payments whose money is on its way back.
CREATE INDEX payment_with_refunds ON payment (position DESC) WHERE refunding > 0;
