package io.genjin.bot.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.inbox.Inbox;
import io.genjin.bot.inbox.InboxEntry;
import io.genjin.bot.testing.TestBot;
import io.genjin.bot.wecom.Callback.AgentEntered;
import io.genjin.crm.Ids;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those who run the bot see and do: the alarm, what was given up, and old rows that go. */
class OperationsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestBot bot;

    @BeforeAll
    static void start() {
        bot = TestBot.start(Map.of(
                "genjin.operations.watch-every", "PT0.2S",
                "genjin.retention.every", "PT0.2S",
                "genjin.retention.pause", "PT0.01S"));
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @AfterEach
    void nothingIsLeftOver() {
        bot.jdbc().update("DELETE FROM inbox");
    }

    @Test
    void administratorsAreToldOnceOfABacklogAndOnceThatItIsOver() throws Exception {
        var admin = bot.wecom().member("zhao.min");
        int before = admin.received().size();
        row(0, "MemberText", now().minus(Duration.ofMinutes(7)), now().plus(Duration.ofMinutes(4)));
        bot.await("told", () -> admin.received().size() == before + 1);
        assertThat(admin.lastMessage().text()).contains("消息积压", "7分钟", "/h5/admin/operations");
        assertThat(get("/actuator/health").at("/components/queues/status").asString())
                .isEqualTo("DEGRADED");
        String looked = lastLook();
        bot.await("it has looked again", () -> !lastLook().equals(looked));
        assertThat(admin.received()).hasSize(before + 1);
        bot.jdbc().update("DELETE FROM inbox");
        bot.await("told that it is over", () -> admin.received().size() == before + 2);
        assertThat(admin.lastMessage().text()).contains("已处理完");
        assertThat(get("/actuator/health").at("/components/queues/status").asString())
                .isEqualTo("UP");
    }

    @Test
    void parkedEntriesAreListedReplayedAndDiscardedByTheApi() throws Exception {
        String poison = row(2, "MemberText", now(), now());
        String second = row(2, "MemberText", now(), now());
        String third = row(2, "MemberText", now(), now());
        JsonNode page = get("/api/v1/operations/parked-entries?limit=2");
        assertThat(page.at("/items")).hasSize(2);
        assertThat(page.at("/items/0/id").asString()).isEqualTo(poison);
        assertThat(page.at("/items/0/kind").asString()).isEqualTo("MemberText");
        assertThat(page.at("/items/0/reason").asString()).isEqualTo("IllegalStateException");
        assertThat(page.toString()).doesNotContain("帮助");
        assertThat(get("/api/v1/operations/parked-entries?limit=2&cursor="
                                + page.at("/nextCursor").asString())
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(third);

        assertThat(act("parked-entries", poison, "replay")).isTrue();
        bot.await("handled", () -> bot.count("SELECT COUNT(*) FROM inbox WHERE id = ? AND state = 1", poison) == 1);
        assertThat(act("parked-entries", poison, "replay")).isFalse();
        assertThat(act("parked-entries", poison, "discard")).isFalse();
        assertThat(act("parked-entries", second, "discard")).isTrue();
        assertThat(act("parked-entries", second, "replay")).isFalse();
        assertThat(bot.count("SELECT COUNT(*) FROM inbox WHERE id = ? AND state = 3 AND decided_by = 'api'", second))
                .isEqualTo(1);
        assertThat(get("/api/v1/operations/dead-pushes").at("/items")).isEmpty();
        assertThat(act("dead-pushes", poison, "replay")).isFalse();
        assertThat(post("/api/v1/operations/parked-entries/nonsense/replay")).isEqualTo(400);
    }

    @Test
    void oldRowsGoInBatchesAndFreshAndParkedOnesStay() {
        Instant old = now().minus(Duration.ofDays(8));
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(values(i % 2 == 0 ? 1 : 3, "Unknown", old.plusMillis(i), old));
        }
        bot.jdbc().batchUpdate(INSERT, rows);
        String parked = row(2, "Unknown", old, old);
        String fresh = row(1, "Unknown", now(), now());
        bot.await("the old ones are gone", () -> bot.count("SELECT COUNT(*) FROM inbox") == 2);
        assertThat(bot.count("SELECT COUNT(*) FROM inbox WHERE id IN (?, ?)", parked, fresh))
                .isEqualTo(2);
    }

    @Test
    void heldRowIsGivenUpBeforeTheConnectionIs() {
        assertThat(bot.jdbc().queryForObject("SELECT @@innodb_lock_wait_timeout", Integer.class))
                .isEqualTo(5);
    }

    @Test
    void repeatThatComesDaysLaterIsStillRecognised() {
        Inbox inbox = bot.bean(Inbox.class);
        inbox.keep(new InboxEntry("late-repeat", "late", new AgentEntered("li.na", now())));
        bot.await("handled", () -> bot.count("SELECT COUNT(*) FROM inbox WHERE state = 1") == 1);
        LocalDateTime days = utc(now().minus(Duration.ofDays(6)));
        bot.jdbc().update("UPDATE inbox SET received_at = ?, done_at = ?", days, days);
        String looked = lastPrune();
        bot.await("old rows were looked for", () -> !lastPrune().equals(looked));
        inbox.keep(new InboxEntry("late-repeat", "late", new AgentEntered("li.na", now())));
        assertThat(bot.count("SELECT COUNT(*) FROM inbox WHERE state = 1")).isEqualTo(1);
        assertThat(bot.count("SELECT COUNT(*) FROM inbox")).isEqualTo(1);
    }

    private static final String INSERT = "INSERT INTO inbox (id, source_key, order_key, kind, payload, state, attempts,"
            + " due_at, received_at, done_at, note) VALUES (?, ?, ?, ?, ?, ?, 8, ?, ?, ?, 'IllegalStateException')";

    private static String row(int state, String kind, Instant receivedAt, Instant dueAt) {
        Object[] values = values(state, kind, receivedAt, dueAt);
        bot.jdbc().update(INSERT, values);
        return values[0].toString();
    }

    private static Object[] values(int state, String kind, Instant receivedAt, Instant dueAt) {
        // As an id of that moment would be.
        String id =
                String.format("%012x", receivedAt.toEpochMilli()) + Ids.next().substring(12);
        String payload =
                "{\"userId\":\"li.na\",\"msgId\":\"" + id + "\",\"text\":\"帮助\",\"sentAt\":\"" + receivedAt + "\"}";
        return new Object[] {
            id, id, id, kind, payload, state, utc(dueAt), utc(receivedAt), state == 0 ? null : utc(receivedAt)
        };
    }

    private static String lastLook() {
        return ran("watch-queue");
    }

    private static String lastPrune() {
        return ran("prune-old-rows");
    }

    private static String ran(String task) {
        return String.valueOf(bot.jdbc()
                .queryForMap("SELECT MAX(version) AS version FROM scheduled_tasks WHERE task_name = ?", task));
    }

    private static boolean act(String list, String id, String what) throws Exception {
        var answer = HTTP.send(
                request("/api/v1/operations/" + list + "/" + id + "/" + what)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).at("/changed").asBoolean();
    }

    private static int post(String path) throws Exception {
        return HTTP.send(request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static JsonNode get(String path) throws Exception {
        var answer = HTTP.send(request(path).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(bot.url(path)).header("Authorization", "Bearer " + TestBot.API_TOKEN);
    }

    private static Instant now() {
        return bot.bean(InstantSource.class).instant();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
