-- decided_by: who discarded a dead push (state 5), or replayed it last.
ALTER TABLE outbox_message ADD COLUMN decided_by VARCHAR(100) NULL;

-- Nodes of an earlier version don't say when they rang a channel: such a row counts as old, and is pruned once it rests.
ALTER TABLE outbox_channel ALTER COLUMN rung_at SET DEFAULT '2026-11-23 00:00:00';
UPDATE outbox_channel SET rung_at = '2026-11-23 00:00:00' WHERE rung_at IS NULL;
