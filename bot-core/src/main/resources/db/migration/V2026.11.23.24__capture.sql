-- Drafts. open_thread equals thread_id while the draft is open, so that a conversation has one open draft.
CREATE TABLE capture_draft (
  id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  thread_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  open_thread CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  member_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  customer_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  contact_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  lead_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  status VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  started_at DATETIME(3) NOT NULL,
  card VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  shown INT NOT NULL,
  card_sent_at DATETIME(3) NULL,
  follow_up_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  decided_by CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  decided_at DATETIME(3) NULL,
  updated_at DATETIME(3) NOT NULL,
  UNIQUE KEY capture_draft_open (open_thread),
  KEY capture_draft_member (member_id, status, id),
  KEY capture_draft_thread (thread_id, decided_at),
  KEY capture_draft_shown (member_id, card_sent_at),
  KEY capture_draft_status (status, id)
) DEFAULT CHARSET = utf8mb4;

-- What each version said.
CREATE TABLE capture_version (
  draft_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  made_at DATETIME(3) NOT NULL,
  PRIMARY KEY (draft_id, version)
) DEFAULT CHARSET = utf8mb4;

-- What each card showed.
CREATE TABLE capture_card (
  task_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  draft_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  thread_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  choices VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fresh BOOLEAN NOT NULL,
  shown_at DATETIME(3) NOT NULL,
  PRIMARY KEY (task_id, version),
  KEY capture_card_thread (thread_id, shown_at)
) DEFAULT CHARSET = utf8mb4;

-- What reps said is no follow-up, kept for the detector.
CREATE TABLE capture_feedback (
  draft_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  member_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signals MEDIUMTEXT NOT NULL,
  words MEDIUMTEXT NOT NULL,
  given_at DATETIME(3) NOT NULL
) DEFAULT CHARSET = utf8mb4;
