-- troubles: failures that say nothing against the entry (WeCom silent, the database away); they are not attempts.
-- decided_by: who discarded a parked entry (state 3), or replayed it last.
ALTER TABLE inbox
  ADD COLUMN troubles INT NOT NULL DEFAULT 0,
  ADD COLUMN decided_by VARCHAR(100) NULL;
