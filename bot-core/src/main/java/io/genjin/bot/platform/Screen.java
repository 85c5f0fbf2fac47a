package io.genjin.bot.platform;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** What templates need to write times as people read them: {@code @screen.moment(...)}. */
@Component("screen")
public class Screen {

    /** 11月24日 周二 15:00. */
    public String moment(Instant instant) {
        return BusinessTime.dayAndClock(instant);
    }

    /** 11月24日 周二 15:00, or only the day where no hour was said. */
    public String moment(Instant instant, boolean hasTime) {
        return hasTime ? BusinessTime.dayAndClock(instant) : BusinessTime.day(instant);
    }
}
