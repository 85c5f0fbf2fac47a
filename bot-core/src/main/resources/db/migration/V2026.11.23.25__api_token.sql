-- Tokens of the open API by their SHA-256.
CREATE TABLE api_token (
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  made_at DATETIME(3) NOT NULL
) DEFAULT CHARSET = utf8mb4;
