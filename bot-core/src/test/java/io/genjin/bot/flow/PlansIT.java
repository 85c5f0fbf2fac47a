package io.genjin.bot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.wecom.phone.CustomerPhone;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import io.genjin.sandbox.wecom.world.Contact;
import io.genjin.sandbox.wecom.world.Contact.Follow;
import io.genjin.sandbox.wecom.world.Member;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a message costs on its way to a card and a tap, in SQL, on tables with a year behind them: index look-ups only.
 * The commands are read from the server's own log, so that none is forgotten here.
 */
class PlansIT {
    private static final Pattern OURS = Pattern.compile("\\b(crm_|capture_|archive_|kf_|dialogue)");
    /** Tables as small as the pipeline may be read whole. */
    private static final int FEW = 60;

    @Test
    void everyCommandFromAMessageToItsTapIsAnIndexLookUp() {
        try (TestBot bot = TestBot.start(Map.of())) {
            bot.wecom().changePeople(people -> people.put(Member.rep("plan", "计划", "plan.localhost")));
            MemberPhone rep = bot.wecom().member("plan");
            var follow = new Follow("plan", "", "计划公司", bot.wecom().now());
            bot.wecom().changePeople(people -> people.put(new Contact("wmPlan", "王计划", List.of(follow))));
            CustomerPhone customer = bot.wecom().customer("wmPlan");
            customer.says("您好");
            bot.settle();
            history(bot.jdbc());
            List<String> commands = logged(bot, () -> {
                customer.says("报价单发我一份，预算12.8万");
                bot.await("the card", () -> rep.cards().size() == 1);
                rep.presses(rep.lastCard(), "确认");
                bot.await("the answer", () -> rep.lastCard().desc().contains("已记录"));
                customer.says("合同也发一份");
                bot.await("the second card", () -> rep.cards().size() == 2);
                customer.says("预算改成20万了");
                rep.sends("计划公司要试用，周五回");
                bot.await("the third card", () -> rep.cards().size() == 3);
                rep.sends("我的草稿");
                bot.settle();
            });
            assertThat(commands).anyMatch(sql -> sql.contains("capture_pace")).hasSizeGreaterThan(30);
            assertThat(scans(bot.jdbc(), commands)).isEmpty();
            assertThat(scans(bot.jdbc(), List.of("SELECT id FROM crm_chat_message WHERE body = '好的'")))
                    .as("what a missing index looks like")
                    .hasSize(1);
        }
    }

    /** A year's worth in a few statements: what is there already, many times over. */
    private static void history(JdbcTemplate jdbc) {
        String numbers = "(SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n AS n FROM " + digits("a") + ", " + digits("b")
                + ", " + digits("c") + ", " + digits("d") + ") numbers";
        String id = "LPAD(HEX(n), 32, '0')";
        jdbc.update("INSERT INTO crm_customer (id, name, purchase_count, created_at, updated_at) SELECT " + id
                + ", CONCAT('客户', n), 0, '2026-01-01', '2026-01-01' FROM " + numbers + " WHERE n < 1000");
        jdbc.update("INSERT INTO crm_customer_name (name_key, customer_id, name, alias, created_at) SELECT"
                + " CONCAT('客户', n), " + id + ", CONCAT('客户', n), FALSE, '2026-01-01' FROM " + numbers
                + " WHERE n < 1000");
        jdbc.update(
                "INSERT INTO crm_contact (id, customer_id, name, external_user_id, created_at, updated_at) SELECT " + id
                        + ", " + id + ", '某人', CONCAT('wmOld', n), '2026-01-01', '2026-01-01' FROM " + numbers
                        + " WHERE n < 1000");
        jdbc.update("INSERT INTO crm_member (id, user_id, name, roles, roles_set, direct_leaders, leader_in, active,"
                + " created_at, updated_at) SELECT " + id
                + ", CONCAT('old', n), '某销售', 'SALES', FALSE, '[]', '[]', TRUE,"
                + " '2026-01-01', '2026-01-01' FROM " + numbers + " WHERE n < 200");
        String rep = "LPAD(HEX(n % 200), 32, '0')";
        String of = "LPAD(HEX(n % 1000), 32, '0')";
        jdbc.update("INSERT INTO crm_dealing (member_id, customer_id, last_at) SELECT " + rep + ", " + id
                + ", '2026-01-01' FROM " + numbers + " WHERE n < 1000");
        jdbc.update(
                "INSERT INTO crm_lead (id, customer_id, owner_id, stage_id, version, created_at, updated_at) SELECT "
                        + id
                        + ", " + of + ", " + rep
                        + ", CONCAT('0000000000007000800000000000000', 1 + n % 6), 1, '2026-01-01', '2026-01-01'"
                        + " FROM " + numbers + " WHERE n < 2000");
        jdbc.update(
                "INSERT INTO crm_chat_thread (id, party_key, customer_id, contact_id, member_id, created_at) SELECT "
                        + id
                        + ", CONCAT('contact:old/', n), " + id + ", " + id + ", " + rep + ", '2026-01-01' FROM "
                        + numbers
                        + " WHERE n < 1000");
        for (int round = 0; round < 3; round++) {
            jdbc.update(
                    "INSERT INTO crm_chat_message (id, thread_id, source_key, source, speaker, body, sent_at, received_at, signals)"
                            + " SELECT CONCAT(?, LPAD(HEX(n), 31, '0')), " + of
                            + ", CONCAT(?, 'old:', n), 'KF', 'CUSTOMER', '好的',"
                            + " '2026-01-01', '2026-01-01', '[]' FROM " + numbers,
                    round,
                    round);
        }
        jdbc.update(
                "INSERT INTO capture_draft (id, thread_id, open_thread, member_id, status, version, content, started_at, shown,"
                        + " decided_by, decided_at, updated_at) SELECT " + id + ", " + of + ", IF(n < 300, " + id
                        + ", NULL), " + rep
                        + ", IF(n < 300, 'OPEN', 'CONFIRMED'), 1, '{}', '2026-01-01', 1, " + rep
                        + ", '2026-01-01', '2026-01-01' FROM " + numbers + " WHERE n < 3000");
        jdbc.update("INSERT INTO capture_version (draft_id, version, content, made_at) SELECT " + id
                + ", 1, '{}', '2026-01-01' FROM " + numbers + " WHERE n < 3000");
        jdbc.update("INSERT INTO capture_card (task_id, version, draft_id, thread_id, choices, fresh, shown_at) SELECT"
                + " CONCAT('draft-', " + id + ", '-1'), 1, " + id + ", " + of + ", 'none', TRUE, '2026-01-01' FROM "
                + numbers
                + " WHERE n < 3000");
        jdbc.update(
                "INSERT INTO crm_follow_up (id, lead_id, member_id, intents, key_points, quoted, draft_id, changes, lead_created,"
                        + " recorded_at) SELECT " + id + ", " + of + ", " + rep + ", 'QUOTE', '[]', '', " + id
                        + ", '[]', FALSE, '2026-01-01' FROM " + numbers + " WHERE n < 3000");
        for (String table : List.of(
                "crm_customer",
                "crm_customer_name",
                "crm_contact",
                "crm_member",
                "crm_dealing",
                "crm_lead",
                "crm_chat_thread",
                "crm_chat_message",
                "capture_draft",
                "capture_version",
                "capture_card",
                "crm_follow_up")) {
            jdbc.queryForList("ANALYZE TABLE " + table);
        }
    }

    private static String digits(String name) {
        return "(SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) " + name;
    }

    /** What this bot's own connections asked meanwhile, each kind of command once, by the server's general log. */
    private static List<String> logged(TestBot bot, Runnable story) {
        JdbcTemplate jdbc = bot.jdbc();
        List<Long> connections =
                jdbc.queryForList("SELECT id FROM information_schema.processlist WHERE db = DATABASE()", Long.class);
        jdbc.execute("SET GLOBAL log_output = 'TABLE'");
        jdbc.execute("SET GLOBAL general_log = 1");
        try {
            story.run();
        } finally {
            jdbc.execute("SET GLOBAL general_log = 0");
        }
        Map<String, String> kinds = new LinkedHashMap<>();
        jdbc.query(
                "SELECT thread_id, argument FROM mysql.general_log WHERE command_type = 'Query' ORDER BY event_time",
                row -> {
                    String sql = new String(row.getBytes("argument"), StandardCharsets.UTF_8).strip();
                    if (connections.contains(row.getLong("thread_id"))
                            && OURS.matcher(sql).find()
                            && sql.matches("(?is)(SELECT|UPDATE|DELETE).*")) {
                        kinds.putIfAbsent(sql.replaceAll("'(?:[^'\\\\]|\\\\.|'')*'|\\d+", "?"), sql);
                    }
                });
        return List.copyOf(kinds.values());
    }

    /** Where a plan reads a table or an index from end to end, or more rows than a screen of them. */
    private static List<String> scans(JdbcTemplate jdbc, List<String> commands) {
        List<String> bad = new ArrayList<>();
        for (String sql : commands) {
            for (Map<String, Object> step : jdbc.queryForList("EXPLAIN " + sql)) {
                String how = String.valueOf(step.get("type")).toLowerCase(Locale.ROOT);
                long rows = step.get("rows") == null
                        ? 0
                        : Long.parseLong(step.get("rows").toString());
                if (rows > FEW) {
                    bad.add(how + " " + step.get("table") + " by " + step.get("key") + ", " + rows + " rows: " + sql);
                }
            }
        }
        return bad;
    }
}
