-- Ties a run to the click or call that wanted it and to everything it calls.
ALTER TABLE job_run ADD COLUMN correlation_id text;
CREATE INDEX job_run_correlation ON job_run (correlation_id);
