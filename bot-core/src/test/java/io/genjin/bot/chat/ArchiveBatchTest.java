package io.genjin.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.chat.ArchiveBatch.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ArchiveBatchTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GOOD = """
            {"msgId":"m1","conversationId":"c1","from":{"kind":"CUSTOMER","id":"wmA","name":"王敏"},
             "repUserId":"Li.Na","sentAt":"2026-11-23T10:00:00+08:00","text":"报价单发我"}""";

    private static ArchiveBatch read(String... elements) {
        return new ArchiveBatch("li.na"::equals).read(JSON.readTree("[" + String.join(",", elements) + "]"));
    }

    private static String with(String field, String json) {
        ObjectNode node = (ObjectNode) JSON.readTree(GOOD);
        ObjectNode holder = node;
        String name = field;
        if (field.startsWith("from.")) {
            holder = (ObjectNode) node.get("from");
            name = field.substring(5);
        }
        if (json.equals("absent")) {
            holder.remove(name);
        } else {
            holder.set(name, JSON.readTree(json));
        }
        return node.toString();
    }

    @Test
    void aGoodElementIsRead() {
        assertThat(read(GOOD).messages())
                .containsExactly(new ArchivedMessage(
                        "m1", "c1", true, "wmA", "王敏", "li.na", Instant.parse("2026-11-23T02:00:00Z"), "报价单发我"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "msgId|absent",
                "msgId|~~",
                "msgId|5",
                "msgId|~有空格~",
                "conversationId|null",
                "from|absent",
                "from|~王敏~",
                "from.kind|~ROBOT~",
                "from.kind|absent",
                "from.id|absent",
                "from.id|~好~",
                "from.name|7",
                "repUserId|~nobody~",
                "repUserId|{}",
                "sentAt|~2026-11-23T10:00:00~",
                "sentAt|~morgen~",
                "sentAt|1700000000",
                "sentAt|~+20000-01-01T00:00:00Z~",
                "text|absent",
                "text|~  ~",
                "text|[]",
            })
    void aWrongFieldIsNamed(String field, String json) {
        ArchiveBatch batch = read(GOOD, with(field, json.replace('~', '"')));
        assertThat(batch.problems()).hasSize(1);
        assertThat(batch.problems().get(0).index()).isEqualTo(1);
        assertThat(batch.problems().get(0).field()).isEqualTo(field);
        assertThat(batch.messages()).hasSize(1);
    }

    @Test
    void allProblemsOfAllElementsAreTold() {
        ArchiveBatch batch = read("7", with("sentAt", "\"x\"").replace("\"m1\"", "\"\""), GOOD);
        assertThat(batch.problems()).extracting(Problem::index).isEqualTo(List.of(0, 1, 1));
    }

    @Test
    void textsAreBounded() {
        assertThat(read(with("text", '"' + "好".repeat(20_000) + '"')).problems())
                .isEmpty();
        assertThat(read(with("text", '"' + "好".repeat(20_001) + '"')).problems())
                .extracting(Problem::field)
                .containsExactly("text");
    }
}
