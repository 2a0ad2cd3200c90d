-- Runs may begin because something happened: an order was placed, a circuit closed.
ALTER TABLE job_run DROP CONSTRAINT job_run_trigger_check;
ALTER TABLE job_run ADD CONSTRAINT job_run_trigger_check
    CHECK (trigger IN ('SCHEDULE', 'MANUAL', 'COMMAND_LINE', 'EXCHANGE', 'FOLDER', 'REPLAY', 'RETRY', 'RECOVERY', 'EVENT'));
