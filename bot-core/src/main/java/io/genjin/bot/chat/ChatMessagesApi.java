package io.genjin.bot.chat;

import io.genjin.bot.access.Needs;
import io.genjin.bot.access.Scope;
import io.genjin.bot.inbox.Inbox;
import io.genjin.bot.inbox.InboxEntry;
import io.genjin.bot.member.MemberDirectory;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1/chat-messages}: chat that an archive holds already, idempotent by msgId. */
@RestController
class ChatMessagesApi {
    private static final int MAX_BYTES = 1 << 20;

    private final Inbox inbox;
    private final MemberDirectory directory;
    private final TransactionTemplate tx;
    private final JsonMapper json;

    ChatMessagesApi(Inbox inbox, MemberDirectory directory, TransactionTemplate tx, JsonMapper json) {
        this.inbox = inbox;
        this.directory = directory;
        this.tx = tx;
        this.json = json;
    }

    /** @param accepted how many were new, @param duplicates how many we had already */
    record Accepted(int accepted, int duplicates) {}

    @Operation(summary = "推送存档的聊天消息（JSON 数组，至多 500 条、1 MB；有一条不合格则全部不收）")
    @Needs(Scope.CHAT)
    @PostMapping(path = "/api/v1/chat-messages", consumes = "application/json")
    ResponseEntity<Accepted> receive(HttpServletRequest request) throws IOException {
        JsonNode array = array(request.getInputStream().readNBytes(MAX_BYTES + 1));
        Map<String, Boolean> known = new HashMap<>();
        ArchiveBatch batch = new ArchiveBatch(userId ->
                        known.computeIfAbsent(userId, id -> directory.find(id).isPresent()))
                .read(array);
        if (!batch.problems().isEmpty()) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatusCode.valueOf(422), "有 " + batch.problems().size() + " 处不合格，一条也没有收");
            problem.setProperty("errors", batch.problems());
            throw new ErrorResponseException(HttpStatusCode.valueOf(422), problem, null);
        }
        List<InboxEntry> entries = batch.messages().stream()
                .map(message -> new InboxEntry(
                        "archive:" + message.msgId(),
                        "archive:"
                                + Integer.toHexString(message.conversationId().hashCode()) + ":" + message.repUserId(),
                        message))
                .toList();
        int fresh = Objects.requireNonNull(tx.execute(status -> inbox.keepAll(entries)));
        return ResponseEntity.accepted().body(new Accepted(fresh, entries.size() - fresh));
    }

    private JsonNode array(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw refused(HttpStatus.CONTENT_TOO_LARGE, "请求体超过 1 MB");
        }
        JsonNode node;
        try {
            node = json.readTree(body);
        } catch (JacksonException invalid) {
            throw refused(HttpStatus.BAD_REQUEST, "请求体不是合法的 JSON");
        }
        if (node == null || !node.isArray()) {
            throw refused(HttpStatus.BAD_REQUEST, "请求体须为 JSON 数组");
        }
        if (node.size() > ArchiveBatch.MAX_ELEMENTS) {
            throw refused(HttpStatus.CONTENT_TOO_LARGE, "一次至多 " + ArchiveBatch.MAX_ELEMENTS + " 条");
        }
        return node;
    }

    private static ErrorResponseException refused(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
