-- Questions that members were asked; the oldest of a member is the open one.
CREATE TABLE dialogue (
  id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  member_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  topic VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  about VARCHAR(500) NOT NULL,
  question VARCHAR(500) NOT NULL,
  asked_at DATETIME(3) NULL,
  doubt TEXT NULL,
  doubt_msg_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  doubt_at DATETIME(3) NULL,
  KEY dialogue_member (member_id, id)
) DEFAULT CHARSET = utf8mb4;

-- Hints that are given once a day.
CREATE TABLE dialogue_hint (
  member_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  topic VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (member_id, topic, day)
) DEFAULT CHARSET = utf8mb4;

-- db-scheduler's own table, as its documentation gives it, with its indexes.
CREATE TABLE scheduled_tasks (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(190) NOT NULL,
  task_data BLOB,
  execution_time DATETIME(6) NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(50),
  last_success DATETIME(6) NULL,
  last_failure DATETIME(6) NULL,
  consecutive_failures INT,
  last_heartbeat DATETIME(6) NULL,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance),
  KEY scheduled_tasks_due (execution_time),
  KEY scheduled_tasks_heartbeat (last_heartbeat)
) DEFAULT CHARSET = utf8mb4;
