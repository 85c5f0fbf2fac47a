package io.genjin.bot.wecom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.genjin.bot.wecom.CallbackRefused.Reason;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signature, age and decryption of callbacks, doc 91144. Thread-safe.
 *
 * <p>The timestamp says when WeCom sent a callback, not when its message was written, and the signature covers it.
 * WeCom's own repeats come within a minute; whatever is older than {@code genjin.callback.max-age} is a replay. One
 * that is younger meets its key in the inbox, which outlives that age, and has no effect.
 */
@Component
final class CallbackCrypto {
    private static final int RANDOM_BYTES = 16;
    private static final int LENGTH_BYTES = 4;
    private static final int BLOCK = 32;

    private final String token;
    private final byte[] corpId;
    private final SecretKeySpec key;
    private final IvParameterSpec iv;
    /** Looking one up among the JVM's providers costs more than decrypting a callback. */
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(CallbackCrypto::cipher);

    private final ThreadLocal<MessageDigest> digests = ThreadLocal.withInitial(CallbackCrypto::sha1);

    private final Duration maxAge;
    private final InstantSource clock;

    CallbackCrypto(WeComProperties properties, CallbackProperties callbacks, InstantSource clock) {
        byte[] bytes = properties.key();
        this.token = properties.token();
        this.corpId = properties.corpId().getBytes(UTF_8);
        this.key = new SecretKeySpec(bytes, "AES");
        this.iv = new IvParameterSpec(bytes, 0, 16);
        this.maxAge = callbacks.maxAge();
        this.clock = clock;
    }

    /** The plaintext of {@code encrypted}; refused unless the signature is ours, not old, and the receiver our corporation. */
    String open(String signature, String timestamp, String nonce, String encrypted) {
        byte[] expected = sign(timestamp, nonce, encrypted).getBytes(US_ASCII);
        // Takes as long for a wrong first letter as for a wrong last one.
        if (!MessageDigest.isEqual(expected, signature.getBytes(UTF_8))) {
            throw new CallbackRefused(Reason.SIGNATURE, "msg_signature: does not match");
        }
        refuseStale(timestamp);
        return content(decrypt(encrypted));
    }

    private void refuseStale(String timestamp) {
        long sentAt;
        try {
            sentAt = Long.parseLong(timestamp);
        } catch (NumberFormatException invalid) {
            throw new CallbackRefused(Reason.MALFORMED, "timestamp: is not a time in seconds");
        }
        if (sentAt < clock.instant().minus(maxAge).getEpochSecond()) {
            throw new CallbackRefused(Reason.STALE, "timestamp: older than genjin.callback.max-age");
        }
    }

    private String sign(String timestamp, String nonce, String encrypted) {
        String[] parts = {token, timestamp, nonce, encrypted};
        Arrays.sort(parts);
        MessageDigest sha1 = digests.get();
        for (String part : parts) {
            sha1.update(part.getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(sha1.digest());
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher() {
        try {
            // JCE's PKCS5Padding assumes blocks of 16, WeCom pads to 32: strip by hand.
            return Cipher.getInstance("AES/CBC/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] decrypt(String encrypted) {
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.DECRYPT_MODE, key, iv);
            return cipher.doFinal(Base64.getDecoder().decode(encrypted.getBytes(ISO_8859_1)));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new CallbackRefused(Reason.MALFORMED, "Encrypt: can't be decrypted");
        }
    }

    private String content(byte[] padded) {
        int padding = padded.length == 0 ? 0 : padded[padded.length - 1] & 0xff;
        int end = padded.length - padding;
        int start = RANDOM_BYTES + LENGTH_BYTES;
        if (padding < 1 || padding > BLOCK || end < start) {
            throw new CallbackRefused(Reason.MALFORMED, "Encrypt: damaged padding");
        }
        int length = ByteBuffer.wrap(padded, RANDOM_BYTES, LENGTH_BYTES).getInt();
        if (length < 0 || length > end - start) {
            throw new CallbackRefused(Reason.MALFORMED, "Encrypt: damaged length");
        }
        byte[] receiver = Arrays.copyOfRange(padded, start + length, end);
        if (!MessageDigest.isEqual(receiver, corpId)) {
            throw new CallbackRefused(Reason.CORP, "receiveid: not our corporation");
        }
        return new String(padded, start, length, UTF_8);
    }
}
