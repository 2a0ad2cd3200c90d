-- What a row stood in is needed to read its element again without its file.
ALTER TABLE untaken_row ADD parent_id text;
-- the reasons of a run, without looking at each of its rows
CREATE INDEX untaken_row_reason ON untaken_row (run_id, reason);
