-- A session ends when its account is changed or disabled. Sessions from before begin anew.
ALTER TABLE exchange_session ADD COLUMN account_stamp integer NOT NULL DEFAULT -1;
ALTER TABLE exchange_session ALTER COLUMN account_stamp DROP DEFAULT;
