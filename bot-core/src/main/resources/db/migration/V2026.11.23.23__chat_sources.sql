-- How far each 微信客服 account was read.
CREATE TABLE kf_cursor (
  open_kfid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  position VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) DEFAULT CHARSET = utf8mb4;

-- Who last served a customer there.
CREATE TABLE kf_servicer (
  open_kfid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  external_userid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  servicer VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (open_kfid, external_userid)
) DEFAULT CHARSET = utf8mb4;

-- Whose conversation of an archive it is.
CREATE TABLE archive_conversation (
  conversation_id VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  rep_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  contact_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (conversation_id, rep_id)
) DEFAULT CHARSET = utf8mb4;

-- What a rep said there before the customer was known.
CREATE TABLE archive_waiting (
  message_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  conversation_id VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  rep_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY archive_waiting_conversation (conversation_id, rep_id)
) DEFAULT CHARSET = utf8mb4;
