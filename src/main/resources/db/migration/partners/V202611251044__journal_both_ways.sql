-- The journal also keeps what others ask of us, and tells a replay from what it repeats.
ALTER TABLE partner_call ADD COLUMN direction text NOT NULL DEFAULT 'OUT' CHECK (direction IN ('OUT', 'IN'));
ALTER TABLE partner_call ADD COLUMN replay_of bigint REFERENCES partner_call (id) ON DELETE SET NULL;
CREATE INDEX partner_call_replay_of ON partner_call (replay_of) WHERE replay_of IS NOT NULL;

-- Calls and files are read as one list by time: every filter has an index in that order.
DROP INDEX partner_call_started_at;
DROP INDEX partner_call_circuit;
DROP INDEX partner_call_failed;
CREATE INDEX partner_call_started_at ON partner_call (started_at, id);
CREATE INDEX partner_call_circuit ON partner_call (circuit, started_at, id);
CREATE INDEX partner_call_operation ON partner_call (operation, started_at, id);
CREATE INDEX partner_call_direction ON partner_call (direction, started_at, id);
CREATE INDEX partner_call_result ON partner_call (result, started_at, id) WHERE result IS DISTINCT FROM 'SUCCEEDED';
CREATE INDEX partner_call_failed ON partner_call (started_at, id) WHERE result IS DISTINCT FROM 'SUCCEEDED';
CREATE INDEX partner_call_error ON partner_call (error, started_at, id) WHERE error IS NOT NULL;

DROP INDEX message_received_at;
DROP INDEX message_channel;
CREATE INDEX message_received_at ON message (received_at, id);
CREATE INDEX message_channel ON message (channel, received_at, id);
CREATE INDEX message_direction ON message (direction, received_at, id);

-- Files of one kind differ in numbers, stamps and ids of their names.
CREATE FUNCTION message_kind(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(lower(name), '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8,}|[0-9]+', '#', 'g')
$$;
CREATE INDEX message_kind ON message (channel, direction, message_kind(name), id);
