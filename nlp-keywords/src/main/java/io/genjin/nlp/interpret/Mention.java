package io.genjin.nlp.interpret;

import io.genjin.nlp.Intent;

/** A place in the normal text that speaks of an intent, before its polarity is known. */
record Mention(Intent intent, int start, int end, String rule, double confidence) {}
