package io.genjin.bot.capture;

import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.followup.FollowUpId;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of {@code capture_draft}. */
final class DraftRows implements RowMapper<Draft> {
    private final JsonMapper json;

    DraftRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Draft mapRow(ResultSet row, int i) throws SQLException {
        return new Draft(
                new DraftId(row.getString("id")),
                new ThreadId(row.getString("thread_id")),
                id(row.getString("member_id"), MemberId::new),
                id(row.getString("customer_id"), CustomerId::new),
                id(row.getString("contact_id"), ContactId::new),
                id(row.getString("lead_id"), LeadId::new),
                DraftStatus.valueOf(row.getString("status")),
                row.getInt("version"),
                json.readValue(row.getString("content"), DraftContent.class),
                instant(row, "started_at"),
                row.getString("card"),
                row.getInt("shown"),
                maybeInstant(row, "card_sent_at"),
                id(row.getString("follow_up_id"), FollowUpId::new),
                id(row.getString("decided_by"), MemberId::new),
                maybeInstant(row, "decided_at"));
    }

    private static <T> @Nullable T id(@Nullable String value, Function<String, T> type) {
        return value == null ? null : type.apply(value);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
