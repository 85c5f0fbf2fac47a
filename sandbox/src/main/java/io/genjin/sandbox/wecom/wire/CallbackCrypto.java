package io.genjin.sandbox.wecom.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals and opens the Encrypt element of callbacks and passive replies (doc 91144). Thread-safe. */
public final class CallbackCrypto {
    private static final int BLOCK = 32;
    private static final int RANDOM_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String token;
    private final byte[] key;
    private final String receiveId;

    /**
     * Keys of one callback configuration.
     *
     * @param aesKey EncodingAESKey, 43 characters
     * @throws IllegalArgumentException if the key is not 32 bytes in Base64
     */
    public CallbackCrypto(String token, String aesKey, String receiveId) {
        this.token = token;
        this.key = Base64.getDecoder().decode(aesKey + "=");
        if (aesKey.length() != 43 || key.length != 32) {
            throw new IllegalArgumentException("EncodingAESKey must be 43 characters of Base64 for 32 bytes");
        }
        this.receiveId = receiveId;
    }

    /** Base64 of the encrypted text. */
    public String encrypt(String text) {
        var message = text.getBytes(StandardCharsets.UTF_8);
        var receiver = receiveId.getBytes(StandardCharsets.UTF_8);
        var length = RANDOM_BYTES + 4 + message.length + receiver.length;
        var pad = BLOCK - length % BLOCK;
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        var plain = ByteBuffer.allocate(length + pad)
                .put(random)
                .putInt(message.length)
                .put(message)
                .put(receiver);
        Arrays.fill(plain.array(), length, length + pad, (byte) pad);
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
    }

    /**
     * The text inside a Base64 ciphertext.
     *
     * @throws IllegalArgumentException if it was not encrypted with this key for this receiver
     */
    public String decrypt(String encrypted) {
        var bytes = Base64.getDecoder().decode(encrypted);
        if (bytes.length == 0 || bytes.length % 16 != 0) {
            throw new IllegalArgumentException("ciphertext is not whole blocks");
        }
        var plain = run(Cipher.DECRYPT_MODE, bytes);
        int pad = plain[plain.length - 1];
        int end = plain.length - pad;
        if (pad < 1 || pad > BLOCK || end < RANDOM_BYTES + 4) {
            throw new IllegalArgumentException("padding is wrong; another key?");
        }
        int length = ByteBuffer.wrap(plain, RANDOM_BYTES, 4).getInt();
        int start = RANDOM_BYTES + 4;
        if (length < 0 || length > end - start) {
            throw new IllegalArgumentException("message length is wrong; another key?");
        }
        var receiver = new String(plain, start + length, end - start - length, StandardCharsets.UTF_8);
        if (!receiver.equals(receiveId)) {
            throw new IllegalArgumentException("made for another receiver: " + receiver);
        }
        return new String(plain, start, length, StandardCharsets.UTF_8);
    }

    /** Lower-case hex SHA-1 over the sorted token, timestamp, nonce and ciphertext. */
    public String signature(String timestamp, String nonce, String encrypted) {
        var joined = String.join(
                "", Stream.of(token, timestamp, nonce, encrypted).sorted().toList());
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // The protocol fixes both the cipher and the initialisation vector.
    @SuppressWarnings("InsecureCryptoUsage")
    private byte[] run(int mode, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not decryptable: " + e.getMessage(), e);
        }
    }
}
