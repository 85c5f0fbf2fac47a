package io.genjin.bot.wecom;

import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the application reaches WeCom and is reached by it; the names of WxJava's own starter.
 *
 * @param token of the callback, letters and digits, at most 32 (doc 90238)
 * @param aesKey the callback's EncodingAESKey, 43 characters that decode to 32 bytes (doc 91144)
 * @param kfSecret of 微信客服 where it has one of its own; null when the application itself was granted the accounts
 */
@ConfigurationProperties("wx.cp")
public record WeComProperties(
        @Nullable String corpId,
        @Nullable String corpSecret,
        @Nullable Integer agentId,
        @Nullable String token,
        @Nullable String aesKey,
        @DefaultValue("https://qyapi.weixin.qq.com") URI baseApiUrl,
        @Nullable String kfSecret) {

    public WeComProperties {
        require("wx.cp.corp-id", corpId);
        require("wx.cp.corp-secret", corpSecret);
        require("wx.cp.agent-id", agentId == null ? null : agentId.toString());
        require("wx.cp.token", token);
        require("wx.cp.aes-key", aesKey);
        if (decodeKey(String.valueOf(aesKey)) == null) {
            throw new IllegalArgumentException("wx.cp.aes-key: must be the 43 characters of EncodingAESKey");
        }
        kfSecret = kfSecret == null || kfSecret.isBlank() ? null : kfSecret;
    }

    private static void require(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + ": is not set (environment variable "
                    + name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT) + ")");
        }
    }

    @Override
    public String corpId() {
        return present(corpId);
    }

    @Override
    public String corpSecret() {
        return present(corpSecret);
    }

    @Override
    public Integer agentId() {
        return java.util.Objects.requireNonNull(agentId);
    }

    @Override
    public String token() {
        return present(token);
    }

    byte[] key() {
        return java.util.Objects.requireNonNull(decodeKey(present(aesKey)));
    }

    private static byte @Nullable [] decodeKey(String key) {
        try {
            byte[] decoded = Base64.getDecoder().decode(key + "=");
            return key.length() == 43 && decoded.length == 32 ? decoded : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static String present(@Nullable String value) {
        return java.util.Objects.requireNonNull(value);
    }

    /** Without the secrets, so that a log line can't hold them. */
    @Override
    public String toString() {
        return "WeComProperties[corpId=" + corpId + ", agentId=" + agentId + ", baseApiUrl=" + baseApiUrl + "]";
    }
}
