-- Conversations. party_key names who takes part and makes each combination one conversation.
CREATE TABLE crm_chat_thread (
    id              CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_key       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    customer_id     CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    contact_id      CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    member_id       CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    last_message_at DATETIME(3) NULL,
    created_at      DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uk_thread_parties (party_key),
    KEY ix_thread_customer (customer_id, last_message_at),
    KEY ix_thread_contact (contact_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE crm_chat_message (
    id          CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    thread_id   CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source_key  VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    speaker     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body        MEDIUMTEXT  NOT NULL,
    sent_at     DATETIME(3) NOT NULL,
    received_at DATETIME(3) NOT NULL,
    signals     JSON        NOT NULL,
    recalled_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uk_message_source (source_key),
    KEY ix_message_thread (thread_id, sent_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
