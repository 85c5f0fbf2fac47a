package io.genjin.nlp;

import java.util.List;

/**
 * What a follow-up record says about one case (the messages of one quiet period), drafted from its words.
 *
 * @param coreNeed 核心诉求, at most {@value #NEED_LENGTH} characters; empty if the customer asked for nothing
 * @param keyPoints 沟通要点, at most two lines, of what the other fields do not say; empty when they say it all
 * @param objection 客户异议, the customer's own words; empty if they did not object
 * @param nextAction 下一步动作: what is due and by when; empty if the words name nothing
 */
public record CaseSummary(String coreNeed, List<String> keyPoints, String objection, String nextAction) {
    /** Longest core need, in characters, so that it stays one readable line on a card. */
    public static final int NEED_LENGTH = 40;

    public CaseSummary {
        keyPoints = List.copyOf(keyPoints);
    }
}
