-- Spans in which callbacks were answered with a 503, of all nodes.
CREATE TABLE callback_refusal (
  refused_from DATETIME(3) NOT NULL,
  refused_until DATETIME(3) NOT NULL,
  PRIMARY KEY (refused_until, refused_from)
) DEFAULT CHARSET = utf8mb4;

-- What administrators were told of, and have not yet been told is over: one row for each kind of trouble.
CREATE TABLE operations_incident (
  name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  since DATETIME(3) NULL
) DEFAULT CHARSET = utf8mb4;

INSERT INTO operations_incident (name) VALUES ('queue-age');
