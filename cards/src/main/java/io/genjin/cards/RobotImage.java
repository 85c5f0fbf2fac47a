package io.genjin.cards;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * A picture in a robot's group (doc 91770).
 *
 * @param base64 of a JPG or PNG that is at most 2 MB before encoding
 */
public record RobotImage(String base64) implements RobotMessage {
    public RobotImage {
        // Base64 of the largest picture; checked first so that nothing larger is decoded.
        if (base64.length() > (Limits.ROBOT_IMAGE_BYTES + 2) / 3 * 4) {
            throw tooLarge();
        }
        var picture = decoded(base64);
        if (picture.length > Limits.ROBOT_IMAGE_BYTES) {
            throw tooLarge();
        }
        if (!startsWith(picture, 0xFF, 0xD8, 0xFF) && !startsWith(picture, 0x89, 'P', 'N', 'G')) {
            throw new CardLimitException("image.base64", "a JPG or PNG");
        }
    }

    static RobotImage of(byte[] picture) {
        return new RobotImage(Base64.getEncoder().encodeToString(picture));
    }

    @Override
    public String msgType() {
        return "image";
    }

    @Override
    public ObjectNode body() {
        return Json.object().text("base64", base64).text("md5", md5()).end();
    }

    /** WeCom asks for it to tell a damaged upload, not for secrecy. */
    private String md5() {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(Base64.getDecoder().decode(base64)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new CardLimitException("image.base64", "a picture in Base64");
        }
    }

    private static CardLimitException tooLarge() {
        return new CardLimitException("image.base64", "at most " + Limits.ROBOT_IMAGE_BYTES + " bytes before encoding");
    }

    private static boolean startsWith(byte[] picture, int... magic) {
        if (picture.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((picture[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
