package io.genjin.bot.wecom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.genjin.bot.wecom.CallbackRefused.Reason;
import java.util.BitSet;

/**
 * Finds the ciphertext in the envelope of a POST (doc 90238) without an XML parser: what strangers send never reaches
 * one, and the signature decides about the rest.
 */
final class CallbackEnvelope {
    private static final String START = "<Encrypt>";
    private static final String END = "</Encrypt>";
    private static final String CDATA_START = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final BitSet BASE64 = base64();

    private CallbackEnvelope() {}

    static String encrypted(byte[] body) {
        // One byte, one character: the ciphertext is Base64, and nothing else is read.
        String text = new String(body, ISO_8859_1);
        int start = text.indexOf(START);
        int end = start < 0 ? -1 : text.indexOf(END, start);
        String found =
                end < 0 ? "" : bare(text.substring(start + START.length(), end).strip());
        if (found.isEmpty()) {
            throw new CallbackRefused(Reason.MALFORMED, "Encrypt: is missing");
        }
        for (int i = 0; i < found.length(); i++) {
            if (!BASE64.get(found.charAt(i))) {
                throw new CallbackRefused(Reason.MALFORMED, "Encrypt: is not Base64");
            }
        }
        return found;
    }

    private static String bare(String content) {
        return content.startsWith(CDATA_START) && content.endsWith(CDATA_END)
                ? content.substring(CDATA_START.length(), content.length() - CDATA_END.length())
                : content;
    }

    private static BitSet base64() {
        BitSet signs = new BitSet();
        signs.set('a', 'z' + 1);
        signs.set('A', 'Z' + 1);
        signs.set('0', '9' + 1);
        signs.set('+');
        signs.set('/');
        signs.set('=');
        return signs;
    }
}
