package io.genjin.bot.platform;

import java.time.Duration;

/**
 * An errand that db-scheduler runs again and again; declared as a bean, it survives a clock that ran ahead for a moment.
 *
 * @param task its task's name
 * @param instance its instance's id
 * @param every how long after an end it runs again, at the latest
 */
public record RecurringErrand(String task, String instance, Duration every) {}
