-- A decision that 1C was told already is not undone: another one takes its place.
ALTER TABLE customer_conflict_decision DROP CONSTRAINT customer_conflict_decision_state_check;
ALTER TABLE customer_conflict_decision ADD CONSTRAINT customer_conflict_decision_state_check
    CHECK (state IN ('PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'UNDONE', 'REVERSED', 'OVERTAKEN'));
