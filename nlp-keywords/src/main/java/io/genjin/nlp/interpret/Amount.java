package io.genjin.nlp.interpret;

import java.math.BigDecimal;

/** An amount of this deal at its place in the normal text. */
record Amount(int start, int end, BigDecimal yuan) {}
