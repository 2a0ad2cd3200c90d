-- A run that is begun again stands where the lost one stood, so that nothing younger overtakes it.
ALTER TABLE job_run ADD COLUMN place bigint;
COMMENT ON COLUMN job_run.place IS 'id of the first attempt; null: the run''s own id';
