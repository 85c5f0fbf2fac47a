package io.genjin.crm.lead;

import java.util.function.Function;

/** Which lead a customer's words belong to. */
public sealed interface LeadMatch {
    <T> T fold(Function<Own, T> own, Function<SomebodyElses, T> somebodyElses, Function<Fresh, T> fresh);

    /** The rep's own open lead. */
    record Own(Lead lead) implements LeadMatch {
        @Override
        public <T> T fold(Function<Own, T> own, Function<SomebodyElses, T> somebodyElses, Function<Fresh, T> fresh) {
            return own.apply(this);
        }
    }

    /** An open lead of another rep, who is to be told. */
    record SomebodyElses(Lead lead) implements LeadMatch {
        @Override
        public <T> T fold(Function<Own, T> own, Function<SomebodyElses, T> somebodyElses, Function<Fresh, T> fresh) {
            return somebodyElses.apply(this);
        }
    }

    /** No open lead: one will begin in this stage once the draft is confirmed, so that noise makes none. */
    record Fresh(Stage firstStage) implements LeadMatch {
        @Override
        public <T> T fold(Function<Own, T> own, Function<SomebodyElses, T> somebodyElses, Function<Fresh, T> fresh) {
            return fresh.apply(this);
        }
    }
}
