-- Members as WeCom names them. manager_id is worked out from the leaders kept here and in crm_department;
-- manager_set_id and roles_set are an administrator's word, which synchronisation keeps.
CREATE TABLE crm_member (
    id              CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id         VARCHAR(64)  NOT NULL,
    name            VARCHAR(200) NOT NULL,
    job_title       VARCHAR(200) NULL,
    roles           VARCHAR(200) NOT NULL,
    roles_set       BOOLEAN      NOT NULL,
    main_department BIGINT       NULL,
    direct_leaders  JSON         NOT NULL,
    leader_in       JSON         NOT NULL,
    manager_set_id  CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    manager_id      CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    active          BOOLEAN      NOT NULL,
    created_at      DATETIME(3)  NOT NULL,
    updated_at      DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uk_member_user (user_id),
    KEY ix_member_manager (manager_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row: whoever changes who leads whom holds it, so that two changes at once see each other.
CREATE TABLE crm_org_chart (
    id         TINYINT     NOT NULL,
    changed_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO crm_org_chart (id, changed_at) VALUES (1, '2026-11-23 00:00:00.000');

CREATE TABLE crm_department (
    id         BIGINT       NOT NULL,
    name       VARCHAR(200) NOT NULL,
    parent_id  BIGINT       NOT NULL,
    leaders    JSON         NOT NULL,
    updated_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
