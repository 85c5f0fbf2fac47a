package io.genjin.bot.dialogue;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.platform.Pruned;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A hint is given once a day: those of past days tell nobody anything. */
@Component
class HintRetention implements Pruned {
    private final JdbcTemplate jdbc;
    private final Duration kept;

    HintRetention(JdbcTemplate jdbc, @Value("${genjin.retention.hints:P7D}") Duration kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    @Override
    public String table() {
        return "dialogue_hint";
    }

    @Override
    public int prune(Instant now, int limit) {
        return jdbc.update(
                "DELETE FROM dialogue_hint WHERE day < ? LIMIT ?",
                BusinessTime.dayOf(now.minus(kept)).toString(),
                limit);
    }
}
