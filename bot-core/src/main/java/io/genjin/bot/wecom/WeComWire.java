package io.genjin.bot.wecom;

import java.io.IOException;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One module's way to the server API: the token is added and, once, renewed by WxJava; the answer comes as JSON. */
final class WeComWire {
    private final WxCpService client;
    private final JsonMapper json;
    private volatile Standing standing = Standing.UNKNOWN;

    WeComWire(WxCpService client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    JsonNode post(String path, String body) {
        return call(path, () -> client.post(url(path), body));
    }

    JsonNode get(String path, @Nullable String query) {
        return call(path, () -> client.get(url(path), query));
    }

    /** Fetches a token if none is held, so that credentials are proved by one call. */
    void authenticate() {
        call("/cgi-bin/gettoken", () -> {
            client.getAccessToken(false);
            return "{}";
        });
    }

    Standing standing() {
        return standing;
    }

    private String url(String path) {
        return client.getWxCpConfigStorage().getApiUrl(path);
    }

    private JsonNode call(String path, Request request) {
        try {
            JsonNode answer = answer(path, request);
            int errcode = answer.path("errcode").asInt(0);
            if (errcode != 0) {
                throw new WeComRefused(path, errcode);
            }
            standing = Standing.ACCEPTED;
            return answer;
        } catch (WeComRefused refused) {
            standing = Standing.after(refused.errcode());
            throw refused;
        } catch (WeComSilent silent) {
            standing = Standing.SILENT;
            throw silent;
        }
    }

    private JsonNode answer(String path, Request request) {
        try {
            JsonNode answer = json.readTree(request.run());
            if (!answer.isObject()) {
                throw new IllegalArgumentException("no object");
            }
            return answer;
        } catch (WxErrorException refused) {
            if (refused.getCause() instanceof IOException lost) {
                throw new WeComSilent(path, lost);
            }
            throw new WeComRefused(path, refused.getError().getErrorCode());
        } catch (RuntimeException unanswered) {
            // WxJava reports lost connections, HTTP errors and unreadable answers through unrelated types.
            throw new WeComSilent(path, unanswered);
        }
    }

    private interface Request {
        String run() throws WxErrorException;
    }
}
