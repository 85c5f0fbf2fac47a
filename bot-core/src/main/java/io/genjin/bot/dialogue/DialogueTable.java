package io.genjin.bot.dialogue;

import io.genjin.crm.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables {@code dialogue} and {@code dialogue_hint}. All calls join the caller's transaction. */
@Component
class DialogueTable {
    private final JdbcTemplate jdbc;

    DialogueTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, MemberId member, String topic, String about, String question) {
        jdbc.update(
                "INSERT INTO dialogue (id, member_id, topic, about, question) VALUES (?, ?, ?, ?, ?)",
                id,
                member.value(),
                topic,
                about,
                question);
    }

    /** Holds the member until the transaction ends, so that of two questions at once one sees the other. */
    void hold(MemberId member) {
        jdbc.queryForList("SELECT id FROM crm_member WHERE id = ? FOR UPDATE", String.class, member.value());
    }

    /** The oldest question of a member, held until the transaction ends. */
    Optional<DialogueRow> head(MemberId member) {
        return jdbc
                .query(
                        "SELECT * FROM dialogue WHERE member_id = ? ORDER BY id LIMIT 1 FOR UPDATE",
                        DialogueTable::row,
                        member.value())
                .stream()
                .findFirst();
    }

    Optional<DialogueRow> find(String id) {
        return jdbc.query("SELECT * FROM dialogue WHERE id = ? FOR UPDATE", DialogueTable::row, id).stream()
                .findFirst();
    }

    /** Whether this very question waits already. */
    boolean holds(MemberId member, String topic, String about) {
        return !jdbc.queryForList(
                        "SELECT id FROM dialogue WHERE member_id = ? AND topic = ? AND about = ?",
                        String.class,
                        member.value(),
                        topic,
                        about)
                .isEmpty();
    }

    void asked(String id, Instant at) {
        jdbc.update("UPDATE dialogue SET asked_at = ? WHERE id = ?", utc(at), id);
    }

    void doubt(String id, Said said) {
        jdbc.update(
                "UPDATE dialogue SET doubt = ?, doubt_msg_id = ?, doubt_at = ? WHERE id = ?",
                said.text(),
                said.msgId(),
                utc(said.at()),
                id);
    }

    void clearDoubt(String id) {
        jdbc.update("UPDATE dialogue SET doubt = NULL, doubt_msg_id = NULL, doubt_at = NULL WHERE id = ?", id);
    }

    boolean delete(String id) {
        return jdbc.update("DELETE FROM dialogue WHERE id = ?", id) == 1;
    }

    /** Notes that a hint was given; false when it was given on this day before. */
    boolean firstHint(MemberId member, String topic, String day) {
        return jdbc.update(
                        "INSERT INTO dialogue_hint (member_id, topic, day) SELECT ?, ?, ? FROM DUAL WHERE NOT EXISTS"
                                + " (SELECT 1 FROM dialogue_hint known WHERE known.member_id = ? AND known.topic = ? AND known.day = ?)",
                        member.value(),
                        topic,
                        day,
                        member.value(),
                        topic,
                        day)
                == 1;
    }

    private static DialogueRow row(ResultSet row, int i) throws SQLException {
        return new DialogueRow(
                row.getString("id"),
                new MemberId(row.getString("member_id")),
                row.getString("topic"),
                row.getString("about"),
                row.getString("question"),
                instant(row, "asked_at"),
                row.getString("doubt"),
                row.getString("doubt_msg_id"),
                instant(row, "doubt_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
