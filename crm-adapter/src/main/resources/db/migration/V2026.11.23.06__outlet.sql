-- What CRMs outside call our records, and how far we have read theirs.
CREATE TABLE crm_outside_id (
    outlet     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    our_id     CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outside_id VARCHAR(200) NOT NULL,
    updated_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (outlet, kind, our_id),
    KEY ix_outside_id (outlet, kind, outside_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE crm_inlet_cursor (
    inlet      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reached    VARCHAR(500) NOT NULL,
    updated_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (inlet)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
