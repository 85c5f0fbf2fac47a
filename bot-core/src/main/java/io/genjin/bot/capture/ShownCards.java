package io.genjin.bot.capture;

import io.genjin.crm.chat.ThreadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What each card showed: which version of which draft, with which choices. Joins the caller's transaction. */
@Component
class ShownCards {
    private final JdbcTemplate jdbc;

    ShownCards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param fresh whether the card is a new message, not a new face of one that is out */
    void note(String taskId, Draft draft, int version, List<String> choices, boolean fresh, Instant now) {
        jdbc.update(
                "INSERT INTO capture_card (task_id, version, draft_id, thread_id, choices, fresh, shown_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE choices = VALUES(choices), shown_at = VALUES(shown_at)",
                taskId,
                version,
                draft.id().value(),
                draft.threadId().value(),
                String.join(",", choices),
                fresh,
                DraftStore.utc(now));
    }

    /** What a list showed of a draft. {@code choice} is a choice of {@link ContactChoices}. */
    record Listed(DraftId draft, int version, String choice) {}

    /** All that a list ever showed, by draft and version. */
    List<Listed> listed(String taskId) {
        return jdbc.query(
                "SELECT draft_id, version, choices FROM capture_card WHERE task_id = ? ORDER BY draft_id, version",
                (row, i) -> new Listed(
                        new DraftId(row.getString("draft_id")), row.getInt("version"), row.getString("choices")),
                taskId);
    }

    /** The choices that this card offered with this draft at this version; empty when it never showed that. */
    Optional<List<String>> choices(String taskId, DraftId draft, int version) {
        return jdbc
                .queryForList(
                        "SELECT choices FROM capture_card WHERE task_id = ? AND draft_id = ? AND version = ?",
                        String.class,
                        taskId,
                        draft.value(),
                        version)
                .stream()
                .findFirst()
                .map(text -> List.of(text.split(",")));
    }

    /** How many cards a conversation has made since. */
    int sentSince(ThreadId thread, Instant since) {
        Integer count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM capture_card WHERE thread_id = ? AND fresh AND shown_at >= ?",
                Integer.class,
                thread.value(),
                DraftStore.utc(since));
        return count == null ? 0 : count;
    }
}
