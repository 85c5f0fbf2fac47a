package io.genjin.crm.chat;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.genjin.crm.storage.JsonText;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_chat_message, filled by MyBatis. */
@NullUnmarked
@TableName("crm_chat_message")
class MessageRow {
    @TableId(type = IdType.INPUT)
    String id;

    String threadId;
    String sourceKey;
    ChatSource source;
    Speaker speaker;
    String body;
    Instant sentAt;
    Instant receivedAt;
    String signals;
    Instant recalledAt;

    static MessageRow of(ChatMessage message) {
        MessageRow row = new MessageRow();
        row.id = message.id().value();
        row.threadId = message.threadId().value();
        row.sourceKey = message.sourceKey();
        row.source = message.source();
        row.speaker = message.speaker();
        row.body = message.text();
        row.sentAt = message.sentAt();
        row.receivedAt = message.receivedAt();
        row.signals = JsonText.of(message.signals());
        return row;
    }

    ChatMessage toMessage() {
        return new ChatMessage(
                new MessageId(id),
                new ThreadId(threadId),
                sourceKey,
                source,
                speaker,
                body,
                sentAt,
                receivedAt,
                JsonText.list(signals, FoundSignal.class),
                recalledAt);
    }
}
