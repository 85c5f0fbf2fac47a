package io.genjin.bot.chat;

import io.genjin.crm.chat.MessageId;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.member.MemberId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose conversation of an archive it is, and what waits until that is known. Joins the caller's transaction. */
@Component
class ArchiveConversations {
    private final JdbcTemplate jdbc;

    ArchiveConversations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ContactId> contactOf(String conversationId, MemberId rep) {
        return jdbc
                .queryForList(
                        "SELECT contact_id FROM archive_conversation WHERE conversation_id = ? AND rep_id = ?",
                        String.class,
                        conversationId,
                        rep.value())
                .stream()
                .findFirst()
                .map(ContactId::new);
    }

    void belongsTo(String conversationId, MemberId rep, ContactId contact) {
        jdbc.update(
                "INSERT INTO archive_conversation (conversation_id, rep_id, contact_id) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE contact_id = VALUES(contact_id)",
                conversationId,
                rep.value(),
                contact.value());
    }

    void waits(MessageId message, String conversationId, MemberId rep) {
        jdbc.update(
                "INSERT INTO archive_waiting (message_id, conversation_id, rep_id) VALUES (?, ?, ?)",
                message.value(),
                conversationId,
                rep.value());
    }

    /** What waited for this conversation's customer, and waits no longer. */
    List<MessageId> release(String conversationId, MemberId rep) {
        List<MessageId> waiting = jdbc
                .queryForList(
                        "SELECT message_id FROM archive_waiting WHERE conversation_id = ? AND rep_id = ?",
                        String.class,
                        conversationId,
                        rep.value())
                .stream()
                .map(MessageId::new)
                .toList();
        if (!waiting.isEmpty()) {
            jdbc.update(
                    "DELETE FROM archive_waiting WHERE conversation_id = ? AND rep_id = ?",
                    conversationId,
                    rep.value());
        }
        return waiting;
    }
}
