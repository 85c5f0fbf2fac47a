package io.genjin.bot.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old rows are taken away; how old they must be is each table's own {@code genjin.retention.<table>}.
 *
 * @param every how often old rows are looked for
 * @param batch rows deleted at once, of each table
 * @param pause between two batches, while there is more
 */
@ConfigurationProperties("genjin.retention")
record RetentionProperties(
        @DefaultValue("PT1H") Duration every,
        @DefaultValue("500") int batch,
        @DefaultValue("PT0.5S") Duration pause) {}
