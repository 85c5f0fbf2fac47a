-- When WeCom last came by, for the doctor, which may be another process. One row for all nodes.
CREATE TABLE callback_watch (
  id TINYINT NOT NULL PRIMARY KEY,
  valid_at DATETIME(3) NULL,
  mismatch_at DATETIME(3) NULL,
  mismatch VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  refused_from DATETIME(3) NULL,
  refused_until DATETIME(3) NULL
) DEFAULT CHARSET = utf8mb4;

INSERT INTO callback_watch (id) VALUES (1);
