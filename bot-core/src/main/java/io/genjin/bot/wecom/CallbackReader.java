package io.genjin.bot.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genjin.bot.inbox.InboxEntry;
import io.genjin.bot.wecom.CallbackRefused.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Turns one POST of WeCom into the entry that the inbox keeps: verified, decrypted and parsed once. */
@Component
final class CallbackReader {
    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z_-]{1,64}");
    private static final Pattern AGENT_ID = Pattern.compile("[0-9a-zA-Z-]{0,20}");
    private static final Pattern USER_ID = Pattern.compile("[0-9a-zA-Z_.@-]{1,64}");
    /** doc 90236: what an application may call its cards. */
    private static final Pattern TASK_ID = Pattern.compile("[0-9a-zA-Z_@-]{1,128}");
    /** doc 90236: a button's key, in bytes, and so in characters, too. */
    private static final int KEY = 1024;
    /** No length is documented; the outbox keeps this many. */
    private static final Pattern RESPONSE_CODE = Pattern.compile("[\\x21-\\x7e]{0,2000}");
    /** Seconds up to the end of the year 9999, after which no database keeps a time. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final CallbackCrypto crypto;

    CallbackReader(CallbackCrypto crypto) {
        this.crypto = crypto;
    }

    InboxEntry read(CallbackQuery query, byte[] body) {
        String encrypted = CallbackEnvelope.encrypted(body);
        String plain = crypto.open(query.signature(), query.timestamp(), query.nonce(), encrypted);
        return entry(plain, CallbackXml.parse(plain));
    }

    static InboxEntry entry(String plain, CallbackXml xml) {
        String user = xml.text("FromUserName").toLowerCase(Locale.ROOT);
        String msgId = xml.text("MsgId");
        Instant at = createTime(xml);
        Callback callback = "event".equals(xml.text("MsgType"))
                ? event(plain, xml, user, at)
                : message(plain, xml, user, msgId, at);
        // Two events of one person in one second differ somewhere in their text; the usual key, sender and second,
        // loses one.
        String key = callback instanceof Callback.MemberText || callback instanceof Callback.MemberMedia
                ? "m:" + xml.text("AgentID") + ":" + user + ":" + msgId
                : "e:" + sha256(plain);
        return new InboxEntry(key, orderOf(callback, key), callback);
    }

    private static Callback message(String plain, CallbackXml xml, String user, String msgId, Instant at) {
        String type = xml.text("MsgType");
        if (type.isEmpty()) {
            throw new CallbackRefused(Reason.MALFORMED, "MsgType: is missing");
        }
        if (!ID.matcher(msgId).matches()
                || !AGENT_ID.matcher(xml.text("AgentID")).matches()
                || !USER_ID.matcher(user).matches()) {
            return new Callback.Unknown(type, plain);
        }
        return switch (type) {
            case "text" -> new Callback.MemberText(user, msgId, xml.text("Content"), at);
            case "image", "voice", "video", "location", "link", "file" ->
                new Callback.MemberMedia(user, msgId, type, xml.text("MediaId"), at);
            default -> new Callback.Unknown(type, plain);
        };
    }

    private static Callback event(String plain, CallbackXml xml, String user, Instant at) {
        String event = xml.text("Event");
        boolean known = USER_ID.matcher(user).matches();
        switch (event) {
            case "template_card_event", "template_card_menu_event" -> {
                if (known
                        && TASK_ID.matcher(xml.text("TaskId")).matches()
                        && xml.text("EventKey").length() <= KEY
                        && RESPONSE_CODE.matcher(xml.text("ResponseCode")).matches()) {
                    return new Callback.CardTap(
                            user,
                            xml.text("TaskId"),
                            xml.text("EventKey"),
                            xml.text("ResponseCode"),
                            xml.selections(),
                            at);
                }
            }
            case "enter_agent" -> {
                if (known) {
                    return new Callback.AgentEntered(user, at);
                }
            }
            case "kf_msg_or_event" -> {
                if (ID.matcher(xml.text("OpenKfId")).matches()) {
                    return new Callback.KfNotice(xml.text("OpenKfId"), xml.text("Token"), at);
                }
            }
            case "change_contact" -> {
                String whom = xml.text("UserID").toLowerCase(Locale.ROOT);
                String renamed = xml.text("NewUserID").toLowerCase(Locale.ROOT);
                String change = xml.text("ChangeType");
                boolean named = !whom.isEmpty() || !change.endsWith("_user");
                if (named && isUserIdOrNone(whom) && isUserIdOrNone(renamed)) {
                    return new Callback.ContactChange(change, whom, renamed, at);
                }
            }
            default -> {
                // falls to unknown
            }
        }
        return new Callback.Unknown("event:" + event, plain);
    }

    private static boolean isUserIdOrNone(String text) {
        return text.isEmpty() || USER_ID.matcher(text).matches();
    }

    private static String orderOf(Callback callback, String key) {
        if (callback instanceof Callback.MemberText text) {
            return "member:" + text.userId();
        }
        if (callback instanceof Callback.ContactChange change
                && !change.newUserId().isEmpty()) {
            // What somebody says under their new userid must not make a second member of them.
            return "member:" + change.newUserId();
        }
        if (callback instanceof Callback.CardTap tap) {
            return "card:" + tap.card();
        }
        if (callback instanceof Callback.KfNotice notice) {
            return "kf:" + notice.openKfId();
        }
        return key;
    }

    private static Instant createTime(CallbackXml xml) {
        try {
            long seconds = Long.parseLong(xml.text("CreateTime"));
            if (seconds >= 0 && seconds <= LAST_SECOND) {
                return Instant.ofEpochSecond(seconds);
            }
        } catch (NumberFormatException invalid) {
            // refused below
        }
        throw new CallbackRefused(Reason.MALFORMED, "CreateTime: is not a time in seconds");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
