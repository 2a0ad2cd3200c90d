-- Answers hold customers' data: from now on only who brings the key can read one, so earlier ones cannot be kept.
DELETE FROM idempotent_answer;
COMMENT ON COLUMN idempotent_answer.key IS 'SHA-256 of the key';
COMMENT ON COLUMN idempotent_answer.body IS 'encrypted with what is derived from the key';
