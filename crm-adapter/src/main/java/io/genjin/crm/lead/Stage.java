package io.genjin.crm.lead;

/**
 * A stage of the pipeline.
 *
 * @param position its place, 1 for the first
 * @param retired no longer offered; leads that are in it stay there until they are moved
 */
public record Stage(StageId id, String name, StageKind kind, int position, boolean retired) {
    /** The longest name, in characters. */
    public static final int NAME_LIMIT = 20;

    public Stage {
        name = name.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_LIMIT) {
            throw new IllegalArgumentException("the name of a stage has 1 to " + NAME_LIMIT + " characters");
        }
    }

    public boolean isOpen() {
        return kind == StageKind.OPEN;
    }
}
