package io.genjin.bot.chat;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far each 微信客服 account was read, and who last served whom. Joins the caller's transaction. */
@Component
class KfCursors {
    private final JdbcTemplate jdbc;

    KfCursors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where to read on; empty before the first page. */
    String of(String openKfId) {
        return jdbc.queryForList("SELECT position FROM kf_cursor WHERE open_kfid = ?", String.class, openKfId).stream()
                .findFirst()
                .orElse("");
    }

    /** Moves the cursor; false when somebody else moved it since, whose page then counts. */
    boolean move(String openKfId, String from, String to) {
        if (from.isEmpty()) {
            jdbc.update(
                    "INSERT INTO kf_cursor (open_kfid, position) VALUES (?, '') ON DUPLICATE KEY UPDATE position = position",
                    openKfId);
        }
        return jdbc.update("UPDATE kf_cursor SET position = ? WHERE open_kfid = ? AND position = ?", to, openKfId, from)
                == 1;
    }

    List<String> accounts() {
        return jdbc.queryForList("SELECT open_kfid FROM kf_cursor ORDER BY open_kfid", String.class);
    }

    Optional<String> lastServicer(String openKfId, String externalUserId) {
        return jdbc
                .queryForList(
                        "SELECT servicer FROM kf_servicer WHERE open_kfid = ? AND external_userid = ?",
                        String.class,
                        openKfId,
                        externalUserId)
                .stream()
                .findFirst();
    }

    void served(String openKfId, String externalUserId, String userId) {
        jdbc.update(
                "INSERT INTO kf_servicer (open_kfid, external_userid, servicer) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE servicer = VALUES(servicer)",
                openKfId,
                externalUserId,
                userId);
    }
}
