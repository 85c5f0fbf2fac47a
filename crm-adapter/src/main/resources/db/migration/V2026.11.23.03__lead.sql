CREATE TABLE crm_stage (
    id         CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(20) NOT NULL,
    kind       VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    place      INT         NOT NULL,
    retired    BOOLEAN     NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The pipeline to begin with. The ids are fixed, so that every installation calls the same stage the same.
INSERT INTO crm_stage (id, name, kind, place, retired, updated_at) VALUES
    ('00000000000070008000000000000001', '初步接触', 'OPEN', 1, FALSE, '2026-11-23 00:00:00.000'),
    ('00000000000070008000000000000002', '需求诊断', 'OPEN', 2, FALSE, '2026-11-23 00:00:00.000'),
    ('00000000000070008000000000000003', '方案演示', 'OPEN', 3, FALSE, '2026-11-23 00:00:00.000'),
    ('00000000000070008000000000000004', '商务谈判', 'OPEN', 4, FALSE, '2026-11-23 00:00:00.000'),
    ('00000000000070008000000000000005', '赢单', 'WON', 5, FALSE, '2026-11-23 00:00:00.000'),
    ('00000000000070008000000000000006', '输单', 'LOST', 6, FALSE, '2026-11-23 00:00:00.000');

CREATE TABLE crm_lead (
    id                    CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    customer_id           CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    contact_id            CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    owner_id              CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stage_id              CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    next_contact_at       DATETIME(3)    NULL,
    next_contact_has_time BOOLEAN        NULL,
    core_need             VARCHAR(500)   NULL,
    expected_amount       DECIMAL(16, 2) NULL,
    version               INT            NOT NULL,
    created_at            DATETIME(3)    NOT NULL,
    updated_at            DATETIME(3)    NOT NULL,
    PRIMARY KEY (id),
    KEY ix_lead_customer (customer_id, owner_id),
    KEY ix_lead_owner (owner_id, id),
    KEY ix_lead_stage (stage_id, id),
    KEY ix_lead_next_contact (next_contact_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE crm_lead_risk (
    lead_id  CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    noted_at DATETIME(3) NOT NULL,
    kind     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    words    TEXT        NOT NULL,
    PRIMARY KEY (lead_id, noted_at, kind)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
