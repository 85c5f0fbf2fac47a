package io.genjin.nlp.normalise;

/**
 * A message in one spelling, with the way back to what was written.
 *
 * @param value what rules read
 * @param origin per character of {@code value}, its index in the written text; one more entry for the end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy per message would be waste
public record NormalText(String written, String value, int[] origin) {
    /** Index in the written text where the normal span starting at {@code start} begins. */
    public int writtenStart(int start) {
        return origin[start];
    }

    /** Index in the written text after the last character of the normal span ending at {@code end}. */
    public int writtenEnd(int end) {
        return end == 0 ? 0 : origin[end - 1] + 1;
    }

    /** The written words behind a span of {@code value}. */
    public String written(int start, int end) {
        return written.substring(writtenStart(start), writtenEnd(end));
    }
}
