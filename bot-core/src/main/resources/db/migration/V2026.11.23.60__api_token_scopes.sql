-- What a token may be used for; those that there are keep what they could do.
ALTER TABLE api_token ADD COLUMN scopes VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'read+chat+write+operations';

-- When a token was last used, those of the configuration included.
CREATE TABLE api_token_use (
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  used_at DATETIME(3) NOT NULL
) DEFAULT CHARSET = utf8mb4;
