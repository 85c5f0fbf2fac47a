package io.genjin.bot.chat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads and checks the body of POST /api/v1/chat-messages: either every element is valid, or errors say which is not. */
final class ArchiveBatch {
    static final int MAX_ELEMENTS = 500;
    private static final int MAX_TEXT = 20_000;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /** One thing that is wrong. */
    record Problem(int index, String field, String message) {}

    private final Predicate<String> repKnown;
    private final List<ArchivedMessage> messages = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param repKnown whether a userid is an active member's */
    ArchiveBatch(Predicate<String> repKnown) {
        this.repKnown = repKnown;
    }

    List<ArchivedMessage> messages() {
        return List.copyOf(messages);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    ArchiveBatch read(JsonNode array) {
        for (int i = 0; i < array.size(); i++) {
            int before = problems.size();
            Optional<ArchivedMessage> message = element(i, array.get(i));
            if (problems.size() == before) {
                message.ifPresent(messages::add);
            }
        }
        return this;
    }

    private Optional<ArchivedMessage> element(int i, JsonNode node) {
        if (!node.isObject()) {
            problems.add(new Problem(i, "", "不是对象"));
            return Optional.empty();
        }
        String msgId = text(i, node, "msgId", "msgId");
        if (!msgId.isEmpty() && !KEY.matcher(msgId).matches()) {
            problems.add(new Problem(i, "msgId", "须为 1 到 128 个可见 ASCII 字符"));
        }
        String conversation = text(i, node, "conversationId", "conversationId");
        if (conversation.length() > 128) {
            problems.add(new Problem(i, "conversationId", "最长 128 个字符"));
        }
        JsonNode from = node.path("from");
        String kind = from.isObject() ? text(i, from, "kind", "from.kind") : missing(i, "from");
        if (!kind.isEmpty() && !kind.equals("CUSTOMER") && !kind.equals("MEMBER")) {
            problems.add(new Problem(i, "from.kind", "须为 CUSTOMER 或 MEMBER"));
        }
        String fromId = from.isObject() ? text(i, from, "id", "from.id") : "";
        if (fromId.length() > 64 || !fromId.isEmpty() && !KEY.matcher(fromId).matches()) {
            problems.add(new Problem(i, "from.id", "须为 1 到 64 个可见 ASCII 字符"));
        }
        JsonNode name = from.path("name");
        if (!name.isMissingNode() && !name.isNull() && !name.isString()) {
            problems.add(new Problem(i, "from.name", "须为字符串"));
        }
        String rep = text(i, node, "repUserId", "repUserId").toLowerCase(Locale.ROOT);
        if (!rep.isEmpty() && !(rep.matches("[0-9a-z_.@-]{1,64}") && repKnown.test(rep))) {
            problems.add(new Problem(i, "repUserId", "没有这个成员"));
        }
        String words = text(i, node, "text", "text");
        if (words.length() > MAX_TEXT) {
            problems.add(new Problem(i, "text", "最长 " + MAX_TEXT + " 个字符"));
        }
        boolean customer = kind.equals("CUSTOMER");
        return sentAt(i, node)
                .map(at -> new ArchivedMessage(
                        msgId,
                        conversation,
                        customer,
                        customer ? fromId : "",
                        customer ? name.asString("") : "",
                        rep,
                        at,
                        words));
    }

    private Optional<Instant> sentAt(int i, JsonNode node) {
        String text = text(i, node, "sentAt", "sentAt");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("2100-01-01T00:00:00Z"))) {
                throw new DateTimeException("out of range");
            }
            return Optional.of(at);
        } catch (DateTimeException invalid) {
            problems.add(new Problem(i, "sentAt", "须为带时区偏移的 ISO 8601 时间，例如 2026-11-23T10:00:00+08:00"));
            return Optional.empty();
        }
    }

    private String text(int i, JsonNode node, String field, String name) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return missing(i, name);
        }
        if (!value.isString()) {
            problems.add(new Problem(i, name, "须为字符串"));
            return "";
        }
        return value.asString().isBlank() ? missing(i, name) : value.asString();
    }

    private String missing(int i, String name) {
        problems.add(new Problem(i, name, "缺少"));
        return "";
    }
}
