-- After an unknown outcome a card's send goes on, in the end, as another issue under a task_id of its own (task_id@2 …).
-- issued_at: first attempt of the present issue. under_way: an attempt began whose end nobody has noted yet.
-- said: digest of a plain message's request, which WeCom's duplicate check must not confuse with another cause's.
ALTER TABLE outbox_message
  ADD COLUMN issue SMALLINT NOT NULL DEFAULT 1,
  ADD COLUMN issued_at DATETIME(3) NULL,
  ADD COLUMN under_way BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN said CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD KEY outbox_said (said),
  DROP KEY outbox_recent;

UPDATE outbox_message SET issued_at = tried_since WHERE state = 0 AND tried_since IS NOT NULL;
