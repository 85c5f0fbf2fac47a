package io.genjin.bot.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param watchEvery how often the queue's age is looked at for the alarm */
@ConfigurationProperties("genjin.operations")
record OperationsProperties(@DefaultValue("PT30S") Duration watchEvery) {}
