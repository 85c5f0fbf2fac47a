-- Drafts that wait to be shown together with others of their rep, and cards that show several drafts.
ALTER TABLE capture_draft
  ADD COLUMN ready_at DATETIME(3) NULL,
  ADD KEY capture_draft_ready (member_id, ready_at),
  ADD KEY capture_draft_decided (decided_by, decided_at);

ALTER TABLE capture_card
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (task_id, draft_id, version);

-- One row per rep: when they were shown something last, and when what was gathered since is shown.
CREATE TABLE capture_pace (
  member_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shown_at DATETIME(3) NULL,
  show_at DATETIME(3) NULL
) DEFAULT CHARSET = utf8mb4;
