package io.genjin.nlp.interpret;

import io.genjin.nlp.Intent;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One pattern rule of the bundled rule file.
 *
 * @param cues one of these must occur before the pattern is tried
 * @param unless where this matches in the same clause the rule is silent
 */
record Rule(
        String name,
        Intent intent,
        List<String> cues,
        Pattern pattern,
        @Nullable Pattern unless,
        double confidence) {}
