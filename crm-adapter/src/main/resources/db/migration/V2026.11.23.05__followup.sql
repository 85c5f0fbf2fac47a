-- Follow-ups. A withdrawn one is kept; its lead may be gone then, so nothing ties the two in the database.
CREATE TABLE crm_follow_up (
    id           CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    lead_id      CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_id    CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    thread_id    CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    intents      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_points   JSON           NOT NULL,
    objection    TEXT           NULL,
    next_action  TEXT           NULL,
    quoted       TEXT           NOT NULL,
    amount       DECIMAL(16, 2) NULL,
    draft_id     CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    changes      JSON           NOT NULL,
    lead_created BOOLEAN        NOT NULL,
    recorded_at  DATETIME(3)    NOT NULL,
    withdrawn_at DATETIME(3)    NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uk_follow_up_draft (draft_id),
    KEY ix_follow_up_lead (lead_id, id),
    KEY ix_follow_up_member (member_id, id),
    KEY ix_follow_up_recorded (recorded_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
