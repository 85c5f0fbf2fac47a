-- Every push with its cause. state: 0 pending, 1 sent, 2 sent but unconfirmed, 3 dead, 4 dropped.
CREATE TABLE outbox_message (
  id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  cause VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recipient VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lane VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  task_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  body MEDIUMTEXT NOT NULL,
  code VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NULL,
  state TINYINT NOT NULL,
  attempts INT NOT NULL,
  uncertain BOOLEAN NOT NULL,
  reason VARCHAR(300) NULL,
  msg_id VARCHAR(255) NULL,
  response_code VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NULL,
  code_spent BOOLEAN NOT NULL DEFAULT FALSE,
  created_at DATETIME(3) NOT NULL,
  tried_since DATETIME(3) NULL,
  done_at DATETIME(3) NULL,
  UNIQUE KEY outbox_cause (cause),
  KEY outbox_next (recipient, lane, state, id),
  KEY outbox_card (task_id, kind, state, id),
  KEY outbox_recent (recipient, created_at),
  KEY outbox_age (state, created_at)
) DEFAULT CHARSET = utf8mb4;

-- One row per recipient and lane; whoever holds its claim sends, in order.
CREATE TABLE outbox_channel (
  recipient VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lane VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_at DATETIME(3) NULL,
  turns BIGINT NOT NULL,
  claim CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  claimed_until DATETIME(3) NULL,
  PRIMARY KEY (recipient, lane),
  KEY outbox_channel_due (due_at)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE push_setting (
  member_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  quiet_hours VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) DEFAULT CHARSET = utf8mb4;
