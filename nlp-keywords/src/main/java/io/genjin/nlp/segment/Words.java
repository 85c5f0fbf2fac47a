package io.genjin.nlp.segment;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.BitSet;

/** Word boundaries of one text. */
public final class Words {
    // No entity recognition: on chat text it is slow and wrong (张三跟/nr); lexicons find names. The custom dictionary is
    // global to the JVM, so it stays off and two analyzers can't disturb each other.
    private static final Segment SEGMENT = new ViterbiSegment()
            .enableNameRecognize(false)
            .enableTranslatedNameRecognize(false)
            .enableCustomDictionary(false)
            .enablePartOfSpeechTagging(false)
            .enableOffset(true);

    private final BitSet boundaries = new BitSet();

    private Words(String text) {
        for (Term term : SEGMENT.seg(text)) {
            boundaries.set(term.offset);
            boundaries.set(term.offset + term.length());
        }
    }

    /** Segments a normal text. */
    public static Words of(String text) {
        return new Words(text);
    }

    /** Loads the dictionaries (about half a second, 30 MiB), so that the first message need not. */
    public static void warmUp() {
        var unused = of("先报个价再签合同");
    }

    /** True when both ends cut through words, as 合同 does in 结合|同事. */
    public boolean straddles(int start, int end) {
        return !boundaries.get(start) && !boundaries.get(end);
    }
}
