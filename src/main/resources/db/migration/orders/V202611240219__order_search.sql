-- The beginning of a number is enough to find an order.
CREATE INDEX shop_order_number_start ON shop_order (number text_pattern_ops);
-- Parts that somebody should look at are few.
CREATE INDEX order_part_rejected ON order_part (order_id) WHERE rejected_at IS NOT NULL;
