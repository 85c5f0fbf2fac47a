package io.genjin.bot.capture;

import io.genjin.crm.member.MemberId;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cases of which a rep said 不是跟进, kept so that the detector can learn from them. */
@Component
class DraftFeedback {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    DraftFeedback(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The rep thought better of it. */
    void forget(DraftId draft) {
        jdbc.update("DELETE FROM capture_feedback WHERE draft_id = ?", draft.value());
    }

    void keep(Draft draft, MemberId by, Instant now) {
        jdbc.update(
                "INSERT INTO capture_feedback (draft_id, member_id, signals, words, given_at) VALUES (?, ?, ?, ?, ?)",
                draft.id().value(),
                by.value(),
                json.writeValueAsString(draft.content().signals()),
                String.join("\n", draft.content().quote()),
                DraftStore.utc(now));
    }
}
