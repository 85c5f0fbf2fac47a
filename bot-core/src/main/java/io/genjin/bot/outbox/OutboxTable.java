package io.genjin.bot.outbox;

import io.genjin.bot.wecom.CardIssue;
import io.genjin.crm.Ids;
import io.genjin.crm.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code outbox_message}. */
@Component
class OutboxTable {
    static final int PENDING = 0;
    static final int SENT = 1;
    static final int UNCONFIRMED = 2;
    static final int DEAD = 3;
    static final int DROPPED = 4;
    /** Dead, and looked at by somebody who wants it no more. */
    static final int DISCARDED = 5;

    private static final int LONGEST_REASON = 300;

    /** A later update of the same card that is sure of its code; or the recall or replacement of one that is not out. */
    private static final String OVERTAKEN = "(m.kind = 'UPDATE' AND EXISTS (SELECT 1 FROM outbox_message later"
            + " WHERE later.task_id = m.task_id AND later.kind = 'UPDATE' AND later.state IN (0, 1, 2)"
            + " AND later.id > m.id AND (later.code IS NOT NULL OR m.code IS NULL)))"
            + " OR (m.kind = 'SEND' AND m.task_id IS NOT NULL AND m.uncertain = FALSE AND m.issue = 1"
            + " AND EXISTS (SELECT 1 FROM outbox_message later WHERE later.task_id = m.task_id"
            + " AND later.kind IN ('UPDATE', 'RECALL') AND later.state = 0))";

    /** The next two, so that the last one is known to be the last. */
    static final String WAITING = "SELECT c.turns, s.quiet_hours, " + OVERTAKEN
            + " AS overtaken, m.id, m.cause, m.recipient, m.lane, m.kind, m.task_id, m.body, m.code, m.attempts,"
            + " m.uncertain, m.under_way, m.tried_since, m.issue, m.issued_at"
            + " FROM outbox_channel c LEFT JOIN push_setting s ON s.member_id = ?"
            + " LEFT JOIN outbox_message m ON m.recipient = ? AND m.lane = ? AND m.state = 0"
            + " WHERE c.recipient = ? AND c.lane = ? AND c.claim = ? ORDER BY m.id LIMIT 2";

    static final String BEGIN =
            "UPDATE outbox_message m JOIN outbox_channel c ON c.recipient = m.recipient AND c.lane = m.lane"
                    + " SET m.attempts = m.attempts + 1, m.uncertain = TRUE, m.under_way = TRUE,"
                    + " m.tried_since = COALESCE(m.tried_since, ?), m.issued_at = COALESCE(m.issued_at, ?),"
                    + " c.claimed_until = ? WHERE m.id = ? AND m.state = 0 AND c.claim = ?";

    static final String SAID = "SELECT 1 FROM outbox_message WHERE said = ? AND (created_at >= ? OR state = 0) LIMIT 1";

    static final String TAPPED =
            "SELECT 1 FROM outbox_message WHERE task_id = ? AND kind = 'UPDATE' AND code IS NOT NULL LIMIT 1";

    static final String CARD = "SELECT id, state, issue, msg_id, IF(code_spent, NULL, response_code) AS unspent,"
            + " COALESCE(done_at, created_at) AS at FROM outbox_message WHERE task_id = ? AND kind = 'SEND'";

    static final String SPEND_CODE = "UPDATE outbox_message card JOIN outbox_message upd ON upd.id = ?"
            + " SET upd.code = card.response_code, upd.body = ?, card.code_spent = TRUE"
            + " WHERE card.task_id = ? AND card.kind = 'SEND' AND card.code_spent = FALSE"
            + " AND card.response_code IS NOT NULL AND upd.state = 0";

    private final JdbcTemplate jdbc;

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of the message that sent a card. */
    record CardRow(
            String id,
            int state,
            int issue,
            @Nullable String msgId,
            @Nullable String unspentCode,
            Instant at) {}

    /** Keeps a push; false when its cause is there already. */
    boolean insert(
            String cause,
            Recipient to,
            Lane lane,
            PushKind kind,
            @Nullable String taskId,
            String body,
            @Nullable String code,
            @Nullable String said,
            Instant now) {
        try {
            return insertNew(cause, to, lane, kind, taskId, body, code, said, now);
        } catch (DuplicateKeyException committedMeanwhile) {
            // By a transaction that the query before could not see. Only the statement is undone.
            return false;
        }
    }

    private boolean insertNew(
            String cause,
            Recipient to,
            Lane lane,
            PushKind kind,
            @Nullable String taskId,
            String body,
            @Nullable String code,
            @Nullable String said,
            Instant now) {
        return jdbc.update(
                        "INSERT INTO outbox_message (id, cause, recipient, lane, kind, task_id, body, code, said, state, attempts, uncertain, created_at)"
                                + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, FALSE, ? FROM DUAL"
                                + " WHERE NOT EXISTS (SELECT 1 FROM outbox_message known WHERE known.cause = ?)",
                        Ids.next(),
                        cause,
                        to.value(),
                        lane.name(),
                        kind.name(),
                        taskId,
                        body,
                        code,
                        said,
                        utc(now),
                        cause)
                == 1;
    }

    /** Whether the request with this digest was put here before, for whatever cause, and is new or still to be sent. */
    boolean saidSince(String digest, Instant since) {
        return any(SAID, digest, utc(since));
    }

    /**
     * What waits in a claimed channel.
     *
     * @param turns how many pushes the channel has seen
     * @param push the next; null when there is none
     * @param last whether nothing waits behind it
     * @param overtaken whether what waits behind it makes it pointless
     * @param quietHours the member's own setting; null when they have none
     */
    record Waiting(
            long turns,
            @Nullable Push push,
            boolean last,
            boolean overtaken,
            @Nullable String quietHours) {}

    /** Empty when the channel is not this worker's any more. */
    Optional<Waiting> waiting(Channel channel) {
        List<Waiting> next = jdbc.query(
                WAITING,
                (row, i) -> new Waiting(
                        row.getLong("turns"),
                        row.getString("id") == null ? null : push(row),
                        true,
                        row.getBoolean("overtaken"),
                        row.getString("quiet_hours")),
                channel.recipient().memberId().map(MemberId::value).orElse(""),
                channel.recipient().value(),
                channel.lane().name(),
                channel.recipient().value(),
                channel.lane().name(),
                channel.claim());
        return next.stream()
                .findFirst()
                .map(each ->
                        new Waiting(each.turns(), each.push(), next.size() == 1, each.overtaken(), each.quietHours()));
    }

    /** Whether somebody tapped any issue of a card: then it is out, whatever was heard of its sending. */
    boolean tapped(Push card) {
        String taskId = card.taskId();
        if (taskId == null || card.kind() != PushKind.SEND || !card.mayBeOut()) {
            return false;
        }
        for (int issue = 1; issue <= card.issue(); issue++) {
            if (any(TAPPED, new CardIssue(taskId, issue).taskId())) {
                return true;
            }
        }
        return false;
    }

    private boolean any(String sql, @Nullable Object... values) {
        return !jdbc.queryForList(sql, Integer.class, values).isEmpty();
    }

    Optional<CardRow> card(String taskId) {
        return jdbc
                .query(
                        CARD,
                        (row, i) -> new CardRow(
                                row.getString("id"),
                                row.getInt("state"),
                                row.getInt("issue"),
                                row.getString("msg_id"),
                                row.getString("unspent"),
                                instant(row, "at")),
                        CardIssue.read(taskId).card())
                .stream()
                .findFirst();
    }

    /** Takes a card that is surely not out out of the queue; false while it is being sent, or may have arrived. */
    boolean dropUnsent(String id, String why, Instant now) {
        return jdbc.update(
                        "UPDATE outbox_message SET state = 4, reason = ?, done_at = ? WHERE id = ? AND state = 0 AND uncertain = FALSE AND issue = 1",
                        why,
                        utc(now),
                        id)
                == 1;
    }

    /**
     * Hands a card's own code to one update of it, which keeps it, and the body that goes with it, through all its
     * attempts; false when it is spent.
     */
    boolean spendCode(Push update, String body) {
        return jdbc.update(
                        SPEND_CODE,
                        update.id(),
                        body,
                        CardIssue.read(String.valueOf(update.taskId())).card())
                > 0;
    }

    /**
     * Notes that an attempt begins, of unknown outcome until its end is noted, and holds the channel for it; false when the
     * push is settled, or the channel is not this worker's any more.
     */
    boolean begin(Push push, Channel channel, Instant now, Instant until) {
        return jdbc.update(BEGIN, utc(now), utc(now), utc(until), push.id(), channel.claim()) > 0;
    }

    /** Makes a card's push its next issue; false when it is settled, or was made one already. */
    boolean reissue(Push push, int issue, String body) {
        return jdbc.update(
                        "UPDATE outbox_message SET issue = ?, body = ?, uncertain = FALSE, issued_at = NULL"
                                + " WHERE id = ? AND state = 0 AND issue = ?",
                        issue,
                        body,
                        push.id(),
                        push.issue())
                == 1;
    }

    /** Notes how a push ended. Only WeCom's own word changes an end: "sent", after it could only be presumed. */
    boolean end(
            String id, int state, @Nullable String reason, @Nullable String msgId, @Nullable String code, Instant now) {
        return jdbc.update(
                        "UPDATE outbox_message SET state = ?, under_way = FALSE, reason = ?, msg_id = ?, response_code = ?, done_at = ?"
                                + " WHERE id = ? AND state IN (0, ?)",
                        state,
                        shortened(reason),
                        msgId,
                        code,
                        utc(now),
                        id,
                        state == SENT ? UNCONFIRMED : PENDING)
                == 1;
    }

    /**
     * Gives a push up after an attempt; false when it is settled, or another attempt has begun.
     *
     * @param uncertain whether this attempt or an earlier one may have arrived: a replay has to know
     */
    boolean giveUp(Push attempted, String reason, boolean uncertain, Instant now) {
        return jdbc.update(
                        "UPDATE outbox_message SET state = 3, under_way = FALSE, reason = ?, uncertain = ?, done_at = ?"
                                + " WHERE id = ? AND state = 0 AND attempts = ?",
                        shortened(reason),
                        uncertain,
                        utc(now),
                        attempted.id(),
                        attempted.attempts() + 1)
                == 1;
    }

    /**
     * Notes that an attempt failed, unless another has begun since.
     *
     * @param uncertain whether this attempt or an earlier one may have arrived
     */
    void noteFailure(Push attempted, String reason, boolean uncertain) {
        jdbc.update(
                "UPDATE outbox_message SET reason = ?, uncertain = ?, under_way = FALSE"
                        + " WHERE id = ? AND state = 0 AND attempts = ?",
                shortened(reason),
                uncertain,
                attempted.id(),
                attempted.attempts() + 1);
    }

    Duration oldestPending(Instant now) {
        List<LocalDateTime> oldest = jdbc.queryForList(
                "SELECT created_at FROM outbox_message WHERE state = 0 ORDER BY created_at LIMIT 1",
                LocalDateTime.class);
        return oldest.isEmpty() ? Duration.ZERO : Duration.between(oldest.get(0).toInstant(ZoneOffset.UTC), now);
    }

    /** Pushes that were given up. */
    long dead() {
        Long count = jdbc.queryForObject("SELECT COUNT(*) FROM outbox_message WHERE state = 3", Long.class);
        return count == null ? 0 : count;
    }

    private static Push push(ResultSet row) throws SQLException {
        return new Push(
                row.getString("id"),
                row.getString("cause"),
                new Recipient(row.getString("recipient")),
                Lane.valueOf(row.getString("lane")),
                PushKind.valueOf(row.getString("kind")),
                row.getString("task_id"),
                row.getString("body"),
                row.getString("code"),
                row.getInt("attempts"),
                row.getBoolean("uncertain"),
                row.getBoolean("under_way"),
                instantOrNull(row, "tried_since"),
                row.getInt("issue"),
                instantOrNull(row, "issued_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    /** As a DATETIME(3) holds it: of what is finer, one engine would round and the other cut. */
    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }
}
