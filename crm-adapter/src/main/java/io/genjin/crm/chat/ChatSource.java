package io.genjin.crm.chat;

/** How a message reached us. */
public enum ChatSource {
    /** A member typed, pasted or forwarded it to the bot. */
    MEMBER_TEXT,
    /** 微信客服. */
    KF,
    /** An archive that sends us messages by the open API or the archive's own source. */
    ARCHIVE
}
