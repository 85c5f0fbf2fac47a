package io.genjin.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genjin.sandbox.wecom.wire.CallbackCrypto;
import io.genjin.sandbox.wecom.wire.EncryptedCallback;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Callbacks as WeCom posts them, each different: three texts of members, then a tap on a card. Thread-safe. */
public final class SampleCallbacks {
    public static final String CORP_ID = "ww5a3d6b0c9e1f2a47";
    public static final String AGENT_ID = "1000002";
    public static final String TOKEN = "BenchmarkCallbackToken";
    public static final String AES_KEY = "c2FuZGJveEdlbmppbkNhbGxiYWNrQWVzS2V5MDAwMDE";

    private static final int MEMBERS = 3_000;
    private static final List<String> TEXTS = List.of(
            "您好，麻烦把50个账号的报价单发我，预算12.8万",
            "华东快消那边说下周三下午方便，先约个演示吧",
            "好的，收到，我和领导商量一下再回复您",
            "试用账号已经开了，客户问能不能再延长两周，另外合同模板也要一份");

    private final CallbackCrypto crypto = new CallbackCrypto(TOKEN, AES_KEY, CORP_ID);
    private final String run = UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    /** MsgId is a 64-bit number (doc 90239). */
    private final long firstMsgId = ThreadLocalRandom.current().nextLong(1_000_000) * 1_000_000_000_000L;

    /** What an application under load must be configured with to understand these. */
    public static List<String> settings() {
        return List.of(
                "--wx.cp.corp-id=" + CORP_ID,
                "--wx.cp.corp-secret=benchmark",
                "--wx.cp.agent-id=" + AGENT_ID,
                "--wx.cp.token=" + TOKEN,
                "--wx.cp.aes-key=" + AES_KEY,
                "--genjin.public-url=http://localhost");
    }

    /** The {@code number}th callback as the bytes of an HTTP request. */
    public byte[] request(String path, long number) {
        long second = System.currentTimeMillis() / 1000;
        EncryptedCallback sealed = EncryptedCallback.seal(
                crypto,
                number % 4 == 3 ? tap(number, second) : text(number, second),
                CORP_ID,
                AGENT_ID,
                second,
                run + number);
        byte[] body = sealed.body().getBytes(UTF_8);
        byte[] head = ("POST " + path + "?" + sealed.query()
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(UTF_8);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private String text(long number, long second) {
        return start(number, second) + "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA["
                + TEXTS.get((int) (number % TEXTS.size())) + "]]></Content><MsgId>" + (firstMsgId + number)
                + "</MsgId><AgentID>" + AGENT_ID + "</AgentID></xml>";
    }

    private String tap(long number, long second) {
        return start(number, second)
                + "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[template_card_event]]></Event>"
                + "<EventKey><![CDATA[confirm-3]]></EventKey><TaskId><![CDATA[d" + run + number + "]]></TaskId>"
                + "<CardType><![CDATA[button_interaction]]></CardType><ResponseCode><![CDATA[c" + run + number
                + "]]></ResponseCode><AgentID>" + AGENT_ID + "</AgentID></xml>";
    }

    private static String start(long number, long second) {
        return "<xml><ToUserName><![CDATA[" + CORP_ID + "]]></ToUserName><FromUserName><![CDATA[member"
                + number % MEMBERS + "]]></FromUserName><CreateTime>" + second + "</CreateTime>";
    }
}
