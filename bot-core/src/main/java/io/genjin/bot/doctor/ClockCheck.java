package io.genjin.bot.doctor;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.platform.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** This machine's clock agrees with WeCom's; the database's is shown only, nothing goes by it. */
@Component
@Order(80)
class ClockCheck implements Check {
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final DataSource database;

    ClockCheck(InstantSource clock, DataSource database) {
        this.clock = clock;
        this.database = database;
    }

    @Override
    public String name() {
        return "时钟";
    }

    @Override
    public Finding look(Round round) {
        Instant now = clock.instant();
        String shown = BusinessTime.dayAndClock(now) + databaseTime();
        if (clock instanceof MovableClock) {
            return Finding.good(shown + "（沙箱的时钟可以拨动）");
        }
        Optional<Duration> ahead = round.login().ahead();
        if (ahead.isEmpty()) {
            return Finding.left("企业微信没有给出时间");
        }
        long seconds = ahead.get().toSeconds();
        return Math.abs(seconds) <= TOLERANCE.toSeconds()
                ? Finding.good(shown)
                : Finding.bad("比企业微信" + (seconds > 0 ? "快 " : "慢 ") + Math.abs(seconds) + " 秒", "在这台机器上打开时间同步（NTP）");
    }

    private String databaseTime() {
        try {
            String theirs = new JdbcTemplate(database)
                    .queryForObject("SELECT DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%dT%H:%i:%s')", String.class);
            Instant at = LocalDateTime.parse(String.valueOf(theirs)).toInstant(ZoneOffset.UTC);
            return "，数据库 " + BusinessTime.clock(at);
        } catch (DataAccessException away) {
            return "";
        }
    }
}
