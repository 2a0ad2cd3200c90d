-- Counts the changes of a circuit, so that a node that reads late never puts an older state over a newer one.
ALTER TABLE circuit ADD COLUMN version bigint NOT NULL DEFAULT 0;
