package io.genjin.sandbox.wecom.phone;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The smallest files that are what they claim to be. */
final class Samples {
    private static final String PNG_1X1 =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private Samples() {}

    static byte[] png() {
        return Base64.getDecoder().decode(PNG_1X1);
    }

    static byte[] amr() {
        return "#!AMR\n\u0004silence".getBytes(StandardCharsets.US_ASCII);
    }
}
