package io.genjin.crm;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids that sort by the time they were made and can be made on any node: UUIDv7 as 32 lower-case hex digits. */
public final class Ids {
    private static final NoArgGenerator VERSION_7 = Generators.timeBasedEpochGenerator();
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    private Ids() {}

    /** A new id; within one process each is greater than the ones before. Safe from any thread. */
    public static String next() {
        UUID id = VERSION_7.generate();
        return hex(id.getMostSignificantBits()) + hex(id.getLeastSignificantBits());
    }

    /**
     * The same text, once it is known to have the shape of an id.
     *
     * @throws IllegalArgumentException when it is not 32 lower-case hex digits
     */
    public static String checked(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "an id has 32 lower-case hex digits, not " + id.length() + " characters");
        }
        return id;
    }

    /** Whether this text, perhaps from a URL, could be an id at all. */
    public static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }

    private static String hex(long half) {
        String digits = Long.toHexString(half);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
