-- When a channel last got a push: rows of those who are no longer written to are pruned.
ALTER TABLE outbox_channel
  ADD COLUMN rung_at DATETIME(3) NULL,
  ADD KEY outbox_channel_due_rung (due_at, rung_at),
  DROP KEY outbox_channel_due;

UPDATE outbox_channel SET rung_at = '2026-11-23 00:00:00';
