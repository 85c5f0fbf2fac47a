package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Evidence.ChatRow;
import io.genjin.sandbox.campaign.Evidence.DraftRow;
import io.genjin.sandbox.campaign.Evidence.FollowUpRow;
import io.genjin.sandbox.campaign.Evidence.InboxRow;
import io.genjin.sandbox.campaign.Evidence.PushRow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bot's tables as its migrations describe them. */
final class DatabaseReader implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connection connection;

    DatabaseReader(String jdbcUrl) throws SQLException {
        connection = DriverManager.getConnection(jdbcUrl);
    }

    /** Entries, pushes and drafts that wait. */
    long waiting() throws SQLException {
        return rows(
                        "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 0)"
                                + " + (SELECT COUNT(*) FROM outbox_message WHERE state = 0)"
                                + " + (SELECT COUNT(*) FROM scheduled_tasks"
                                + " WHERE task_name IN ('settle-draft', 'show-drafts'))",
                        row -> row.getLong(1))
                .get(0);
    }

    Map<String, InboxRow> inbox() throws SQLException {
        var found = new LinkedHashMap<String, InboxRow>();
        rows(
                "SELECT source_key, id, state, attempts, note FROM inbox ORDER BY id",
                row -> found.put(
                        row.getString(1), new InboxRow(row.getString(2), row.getInt(3), row.getInt(4), text(row, 5))));
        return found;
    }

    Map<String, ChatRow> chat() throws SQLException {
        var found = new LinkedHashMap<String, ChatRow>();
        rows(
                "SELECT source_key, id, thread_id, sent_at, received_at, body FROM crm_chat_message ORDER BY sent_at, id",
                row -> found.put(
                        row.getString(1),
                        new ChatRow(row.getString(2), row.getString(3), time(row, 4), time(row, 5), row.getString(6))));
        return found;
    }

    List<DraftRow> drafts() throws SQLException {
        return rows(
                "SELECT id, thread_id, status, version, member_id, card, content, decided_at FROM capture_draft ORDER BY id",
                row -> new DraftRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        !text(row, 5).isEmpty(),
                        text(row, 6),
                        messages(row.getString(7)),
                        time(row, 8)));
    }

    List<FollowUpRow> followUps() throws SQLException {
        return rows(
                "SELECT id, draft_id, withdrawn_at IS NOT NULL FROM crm_follow_up ORDER BY id",
                row -> new FollowUpRow(row.getString(1), row.getString(2), row.getBoolean(3)));
    }

    List<PushRow> pushes() throws SQLException {
        return rows(
                "SELECT id, cause, kind, task_id, code, state, attempts, reason, msg_id, body FROM outbox_message ORDER BY id",
                row -> {
                    var body = JSON.readTree(row.getString(10));
                    return new PushRow(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            text(row, 4),
                            text(row, 5),
                            row.getInt(6),
                            row.getInt(7),
                            text(row, 8),
                            text(row, 9),
                            body.path("touser").asString(""),
                            body.path("text").path("content").asString(""),
                            body.path("enable_duplicate_check").asInt(0) == 1);
                });
    }

    /** Customers with more than one lead of the same owner, which nobody here could have wanted. */
    List<String> leadsTwice() throws SQLException {
        return rows(
                "SELECT customer_id, owner_id, COUNT(*) FROM crm_lead GROUP BY customer_id, owner_id HAVING COUNT(*) > 1",
                row -> "customer " + row.getString(1) + " owner " + row.getString(2) + ": " + row.getInt(3));
    }

    private static Set<String> messages(String content) {
        var ids = new LinkedHashSet<String>();
        JSON.readTree(content).path("messages").forEach(id -> ids.add(id.asString("")));
        return ids;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        var value = row.getString(column);
        return value == null ? "" : value;
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column, LocalDateTime.class);
        return value == null ? Instant.EPOCH : value.toInstant(ZoneOffset.UTC);
    }

    private <T> List<T> rows(String sql, RowReader<T> reader) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
