-- Every callback once. state: 0 open, 1 done, 2 parked. A claimed row carries its claim, and its lease as due_at.
CREATE TABLE inbox (
  id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  source_key VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_key VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload MEDIUMTEXT NOT NULL,
  state TINYINT NOT NULL,
  attempts INT NOT NULL,
  due_at DATETIME(3) NOT NULL,
  claim CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  received_at DATETIME(3) NOT NULL,
  done_at DATETIME(3) NULL,
  note VARCHAR(300) NULL,
  UNIQUE KEY inbox_source (source_key),
  KEY inbox_due (state, due_at, id),
  KEY inbox_order (order_key, state, id)
) DEFAULT CHARSET = utf8mb4;
