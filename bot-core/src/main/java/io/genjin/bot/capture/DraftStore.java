package io.genjin.bot.capture;

import io.genjin.bot.platform.AfterCommit;
import io.genjin.crm.Slice;
import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.followup.FollowUpId;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.member.MemberId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code capture_draft} and the versions beside it. All calls join the caller's transaction. */
@Component
class DraftStore {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final DraftRows rows;
    private final MeterRegistry meters;

    DraftStore(JdbcTemplate jdbc, JsonMapper json, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new DraftRows(json);
        this.meters = meters;
    }

    /** A new open draft. A thread has one open draft: a second one at the same moment fails, and is tried again. */
    void insert(Draft draft, Instant now) {
        jdbc.update(
                "INSERT INTO capture_draft (id, thread_id, open_thread, member_id, customer_id, contact_id, lead_id, status,"
                        + " version, content, started_at, shown, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, 0, ?)",
                draft.id().value(),
                draft.threadId().value(),
                draft.threadId().value(),
                value(draft.memberId(), MemberId::value),
                value(draft.customerId(), CustomerId::value),
                value(draft.contactId(), ContactId::value),
                value(draft.leadId(), LeadId::value),
                draft.version(),
                json.writeValueAsString(draft.content()),
                utc(draft.startedAt()),
                utc(now));
        keepVersion(draft.id(), draft.version(), draft.content(), now);
        count(DraftStatus.OPEN);
    }

    Optional<Draft> find(DraftId id) {
        return query("SELECT * FROM capture_draft WHERE id = ?", id.value()).stream()
                .findFirst();
    }

    /** The draft, held until the transaction ends. */
    Optional<Draft> lock(DraftId id) {
        return query("SELECT * FROM capture_draft WHERE id = ? FOR UPDATE", id.value()).stream()
                .findFirst();
    }

    List<Draft> findAll(Collection<DraftId> ids) {
        return among(ids, "ORDER BY id");
    }

    /** These drafts, held until the transaction ends; in one order for all who hold several. */
    List<Draft> lockAll(Collection<DraftId> ids) {
        return among(ids, "ORDER BY id FOR UPDATE");
    }

    private List<Draft> among(Collection<DraftId> ids, String end) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return query(
                "SELECT * FROM capture_draft WHERE id IN (" + marks + ") " + end,
                ids.stream().map(DraftId::value).toArray());
    }

    Optional<Draft> openOf(ThreadId thread) {
        return query("SELECT * FROM capture_draft WHERE open_thread = ? FOR UPDATE", thread.value()).stream()
                .findFirst();
    }

    /** The draft of this thread that was last confirmed or ignored. */
    Optional<Draft> lastDecidedOf(ThreadId thread) {
        return query(
                        "SELECT * FROM capture_draft WHERE thread_id = ? AND status IN ('CONFIRMED', 'EDITED_AND_CONFIRMED', 'IGNORED')"
                                + " ORDER BY decided_at DESC LIMIT 1",
                        thread.value())
                .stream()
                .findFirst();
    }

    /** Ids of the messages that open drafts of this conversation rest on. */
    Set<String> wordsOfOpen(ThreadId thread) {
        return query("SELECT * FROM capture_draft WHERE thread_id = ? AND status = 'OPEN'", thread.value()).stream()
                .flatMap(draft -> draft.content().messages().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Notes which draft took over an ended one's words. */
    void merged(DraftId ended, DraftId into) {
        jdbc.update("UPDATE capture_draft SET merged_into = ? WHERE id = ?", into.value(), ended.value());
    }

    /** The draft that took over an ended one's words. */
    private Optional<Draft> mergedWith(DraftId ended) {
        return query(
                        "SELECT d.* FROM capture_draft e JOIN capture_draft d ON d.id = e.merged_into WHERE e.id = ?",
                        ended.value())
                .stream()
                .findFirst();
    }

    /** What came of an ended draft: the one that took its words over, or the newest later one that rests on some of them. */
    Optional<Draft> successorOf(Draft draft) {
        return mergedWith(draft.id()).or(() -> laterOnTheSameWords(draft));
    }

    private Optional<Draft> laterOnTheSameWords(Draft draft) {
        Set<String> words = Set.copyOf(draft.content().messages());
        return query(
                        "SELECT * FROM capture_draft WHERE thread_id = ? AND id > ? ORDER BY id DESC LIMIT 100",
                        draft.threadId().value(),
                        draft.id().value())
                .stream()
                .filter(later -> later.content().messages().stream().anyMatch(words::contains))
                .findFirst();
    }

    /** Further words of the conversation are another case from now on; the draft itself stays open. */
    void takeNoMoreWords(DraftId id) {
        jdbc.update("UPDATE capture_draft SET open_thread = NULL WHERE id = ?", id.value());
    }

    /** Open drafts, the newest first. */
    List<Draft> openOf(MemberId member, int limit) {
        return query(
                "SELECT * FROM capture_draft WHERE member_id = ? AND status = 'OPEN' ORDER BY id DESC LIMIT ?",
                member.value(),
                limit);
    }

    /** What this member confirmed and may still take back, the newest first. */
    List<Draft> confirmedBy(MemberId member, Instant since, int limit) {
        return query(
                "SELECT * FROM capture_draft WHERE decided_by = ? AND decided_at > ?"
                        + " AND status IN ('CONFIRMED', 'EDITED_AND_CONFIRMED') ORDER BY decided_at DESC, id DESC LIMIT ?",
                member.value(),
                utc(since),
                limit);
    }

    /** The open draft whose card was sent to the member last, not before {@code since}; none where that was a list. */
    Optional<Draft> lastShownTo(MemberId member, Instant since) {
        return query(
                        "SELECT * FROM capture_draft WHERE member_id = ? AND status = 'OPEN' AND card_sent_at >= ?"
                                + " ORDER BY card_sent_at DESC LIMIT 1",
                        member.value(),
                        utc(since))
                .stream()
                .filter(draft -> !DraftList.is(draft.card()))
                .findFirst();
    }

    List<Draft> unowned(int limit) {
        return query(
                "SELECT * FROM capture_draft WHERE member_id IS NULL AND status = 'OPEN' ORDER BY id DESC LIMIT ?",
                limit);
    }

    Slice<Draft> page(DraftFilter filter, @Nullable String cursor, int limit) {
        MapSqlParameterSource values = new MapSqlParameterSource("limit", Slice.bounded(limit) + 1);
        List<String> where = new ArrayList<>(List.of("TRUE"));
        if (filter.status() != null) {
            where.add("status = :status");
            values.addValue("status", filter.status().name());
        }
        Set<MemberId> members = filter.members();
        if (members != null) {
            if (members.isEmpty()) {
                return new Slice<>(List.of(), null);
            }
            where.add("member_id IN (:members)");
            values.addValue("members", members.stream().map(MemberId::value).toList());
        }
        if (filter.since() != null) {
            where.add("started_at >= :since");
            values.addValue("since", utc(filter.since()));
        }
        if (cursor != null) {
            where.add("id < :cursor");
            values.addValue("cursor", cursor);
        }
        List<Draft> found = new NamedParameterJdbcTemplate(jdbc)
                .query(
                        "SELECT * FROM capture_draft WHERE " + String.join(" AND ", where)
                                + " ORDER BY id DESC LIMIT :limit",
                        values,
                        rows);
        return Slice.cut(found, Slice.bounded(limit), draft -> draft.id().value());
    }

    /** Writes another content as the next version; false when the draft is no longer open at this version. */
    boolean change(Draft changed, Instant now) {
        int next = changed.version() + 1;
        boolean won = jdbc.update(
                        "UPDATE capture_draft SET version = ?, content = ?, member_id = ?, customer_id = ?, contact_id = ?,"
                                + " lead_id = ?, open_thread = IF(open_thread IS NULL AND thread_id = ?, NULL, ?), thread_id = ?,"
                                + " updated_at = ?"
                                + " WHERE id = ? AND version = ? AND status = 'OPEN'",
                        next,
                        json.writeValueAsString(changed.content()),
                        value(changed.memberId(), MemberId::value),
                        value(changed.customerId(), CustomerId::value),
                        value(changed.contactId(), ContactId::value),
                        value(changed.leadId(), LeadId::value),
                        changed.threadId().value(),
                        changed.threadId().value(),
                        changed.threadId().value(),
                        utc(now),
                        changed.id().value(),
                        changed.version())
                == 1;
        if (won) {
            keepVersion(changed.id(), next, changed.content(), now);
        }
        return won;
    }

    void shown(DraftId id, String card, int version, Instant at) {
        jdbc.update(
                "UPDATE capture_draft SET card = ?, shown = ?, card_sent_at = ?, ready_at = NULL WHERE id = ?",
                card,
                version,
                utc(at),
                id.value());
    }

    /** Ends an open draft at this version; only one caller can win. */
    boolean decide(
            DraftId id,
            int version,
            DraftStatus status,
            @Nullable FollowUpId followUp,
            @Nullable MemberId by,
            Instant now) {
        boolean won = jdbc.update(
                        "UPDATE capture_draft SET status = ?, open_thread = NULL, ready_at = NULL, follow_up_id = ?, decided_by = ?, decided_at = ?,"
                                + " updated_at = ? WHERE id = ? AND version = ? AND status = 'OPEN'",
                        status.name(),
                        value(followUp, FollowUpId::value),
                        value(by, MemberId::value),
                        utc(now),
                        utc(now),
                        id.value(),
                        version)
                == 1;
        if (won) {
            count(status);
        }
        return won;
    }

    boolean undo(DraftId id, Instant now) {
        boolean won = jdbc.update(
                        "UPDATE capture_draft SET status = 'UNDONE', updated_at = ?"
                                + " WHERE id = ? AND status IN ('CONFIRMED', 'EDITED_AND_CONFIRMED')",
                        utc(now),
                        id.value())
                == 1;
        if (won) {
            count(DraftStatus.UNDONE);
        }
        return won;
    }

    Optional<DraftContent> version(DraftId id, int version) {
        return jdbc
                .queryForList(
                        "SELECT content FROM capture_version WHERE draft_id = ? AND version = ?",
                        String.class,
                        id.value(),
                        version)
                .stream()
                .findFirst()
                .map(text -> json.readValue(text, DraftContent.class));
    }

    private void count(DraftStatus status) {
        AfterCommit.run(
                () -> meters.counter("genjin.drafts", "status", status.name()).increment());
    }

    private void keepVersion(DraftId id, int version, DraftContent content, Instant now) {
        jdbc.update(
                "INSERT INTO capture_version (draft_id, version, content, made_at) VALUES (?, ?, ?, ?)",
                id.value(),
                version,
                json.writeValueAsString(content),
                utc(now));
    }

    static @Nullable LocalDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    private List<Draft> query(String sql, Object... values) {
        return jdbc.query(sql, rows, values);
    }

    private static <T> @Nullable String value(@Nullable T id, Function<T, String> text) {
        return id == null ? null : text.apply(id);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
