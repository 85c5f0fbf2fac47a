-- Customers and their people. Every name and alias has one row in crm_customer_name: its key is what makes two
-- threads that meet a new customer at once end with one.
CREATE TABLE crm_customer (
    id             CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name           VARCHAR(100) NOT NULL,
    industry       VARCHAR(100) NULL,
    level          CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NULL,
    purchase_count INT          NOT NULL,
    created_at     DATETIME(3)  NOT NULL,
    updated_at     DATETIME(3)  NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE crm_customer_name (
    name_key    VARCHAR(400) NOT NULL,
    customer_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name        VARCHAR(100) NOT NULL,
    alias       BOOLEAN      NOT NULL,
    created_at  DATETIME(3)  NOT NULL,
    PRIMARY KEY (name_key),
    KEY ix_customer_name (customer_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE crm_contact (
    id               CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    customer_id      CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name             VARCHAR(100) NOT NULL,
    external_user_id VARCHAR(64)  NULL,
    created_at       DATETIME(3)  NOT NULL,
    updated_at       DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uk_contact_external (external_user_id),
    KEY ix_contact_customer (customer_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which rep dealt with which customer last.
CREATE TABLE crm_dealing (
    member_id   CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    customer_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    last_at     DATETIME(3) NOT NULL,
    PRIMARY KEY (member_id, customer_id),
    KEY ix_dealing_recent (member_id, last_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
