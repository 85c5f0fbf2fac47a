package io.genjin.sandbox.wecom.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One callback as it goes over the wire (doc 90238); its parts are open so that tests can tamper with each.
 *
 * @param encrypt the Base64 ciphertext, which the signature covers
 * @param body the XML envelope around it
 */
public record EncryptedCallback(String signature, String timestamp, String nonce, String encrypt, String body) {
    /** The URL's query, with every value encoded. */
    public String query() {
        return "msg_signature=" + encoded(signature) + "&timestamp=" + encoded(timestamp) + "&nonce=" + encoded(nonce);
    }

    /** Seals one plain XML text. */
    public static EncryptedCallback seal(
            CallbackCrypto crypto, String xml, String corpId, String agentId, long epochSecond, String nonce) {
        var encrypt = crypto.encrypt(xml);
        var timestamp = Long.toString(epochSecond);
        var agent = agentId.isEmpty() ? "" : "<AgentID><![CDATA[" + agentId + "]]></AgentID>";
        var body = "<xml><ToUserName><![CDATA[" + corpId + "]]></ToUserName>" + agent + "<Encrypt><![CDATA[" + encrypt
                + "]]></Encrypt></xml>";
        return new EncryptedCallback(crypto.signature(timestamp, nonce, encrypt), timestamp, nonce, encrypt, body);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
