-- When 1C last said that nothing changed is asked on every page about the exchange.
CREATE INDEX http_pull_unchanged ON http_pull (flow, ended_at DESC) WHERE state = 'UNCHANGED';
