package io.genjin.benchmark.whole;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened before the measurement, written into a new database: every customer with a lead, a conversation of 20
 * messages, two confirmed drafts, and the entries and pushes that all this took. The days lie between yesterday and a week ago.
 */
final class History {
    private static final int MESSAGES = 20;
    private static final int DRAFTS = 2;
    private static final String STAGE = "'00000000000070008000000000000002'";
    private static final Duration SPAN = Duration.ofDays(5);

    private final Town town;
    private final int customers;
    private final List<String> statements = new ArrayList<>();

    private History(Town town, int customers) {
        this.town = town;
        this.customers = customers;
    }

    /** Gives {@code town} the reps of {@link Team} and so many customers. */
    static void write(Town town, int customers) throws SQLException {
        new History(town, customers).write();
    }

    static int messagesOf(int customers) {
        return customers * MESSAGES;
    }

    static int draftsOf(int customers) {
        return customers * DRAFTS;
    }

    private void write() throws SQLException {
        // As fast as may be: nothing here outlives the measurement.
        statements.add("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
        numbers();
        people();
        conversations();
        drafts();
        queues();
        statements.add("DROP TABLE benchmark_number");
        statements.add(
                "ANALYZE TABLE crm_member, crm_customer, crm_customer_name, crm_dealing, crm_lead, crm_chat_thread,"
                        + " crm_chat_message, crm_follow_up, capture_draft, capture_version, capture_card, inbox, outbox_message,"
                        + " outbox_channel");
        statements.add("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        town.run(statements.toArray(String[]::new));
    }

    private void numbers() {
        int most = Math.max(Team.REPS, customers * MESSAGES);
        statements.add("CREATE TABLE benchmark_number (n INT PRIMARY KEY)");
        statements.add("INSERT INTO benchmark_number VALUES (0)");
        for (int have = 1; have < most; have *= 2) {
            statements.add("INSERT INTO benchmark_number SELECT n + " + have + " FROM benchmark_number WHERE n + "
                    + have + " < " + most);
        }
    }

    private void people() {
        insert(
                "crm_member (id, user_id, name, roles, roles_set, main_department, direct_leaders, leader_in, active,"
                        + " created_at, updated_at)",
                "%s, CONCAT('rep', LPAD(n, 5, '0')), CONCAT('销售', n), 'SALES', FALSE, 2, '[\"chen.jing\"]', '[]', TRUE, %s, %s"
                        .formatted(id("a", "n"), at(1), at(1)),
                Team.REPS);
        insert(
                "crm_customer (id, name, purchase_count, created_at, updated_at)",
                "%s, %s, 0, %s, %s".formatted(id("b", "n"), name(), at(customers), at(customers)),
                customers);
        insert(
                "crm_customer_name (name_key, customer_id, name, alias, created_at)",
                "%s, %s, %s, FALSE, %s".formatted(name(), id("b", "n"), name(), at(customers)),
                customers);
        insert(
                "crm_dealing (member_id, customer_id, last_at)",
                "%s, %s, %s".formatted(rep("n"), id("b", "n"), at(customers)),
                customers);
        insert(
                "crm_lead (id, customer_id, owner_id, stage_id, core_need, version, created_at, updated_at)",
                "%s, %s, %s, ".formatted(id("c", "n"), id("b", "n"), rep("n"))
                        + STAGE
                        + ", '50个账号，要报价单', 3, %s, %s".formatted(at(customers), at(customers)),
                customers);
    }

    private void conversations() {
        insert(
                "crm_chat_thread (id, party_key, customer_id, member_id, last_message_at, created_at)",
                "%s, CONCAT('customer:', %s, '/', %s), %s, %s, %s, %s"
                        .formatted(
                                id("d", "n"),
                                id("b", "n"),
                                rep("n"),
                                id("b", "n"),
                                rep("n"),
                                at(customers),
                                at(customers)),
                customers);
        int messages = messagesOf(customers);
        String customer = "n MOD " + customers;
        insert(
                "crm_chat_message (id, thread_id, source_key, source, speaker, body, sent_at, received_at, signals)",
                "%s, %s, CONCAT('member:h', n), 'MEMBER_TEXT', 'CUSTOMER', CONCAT('好的，第', n, '条，我和领导商量一下再回复您，报价单先发我看看'), %s, %s, '%s'"
                        .formatted(id("e", "n"), id("d", customer), at(messages), at(messages), SIGNALS),
                messages);
    }

    private void drafts() {
        int drafts = draftsOf(customers);
        String customer = "n MOD " + customers;
        insert(
                "capture_draft (id, thread_id, open_thread, member_id, customer_id, lead_id, status, version, content,"
                        + " started_at, card, shown, card_sent_at, follow_up_id, decided_by, decided_at, updated_at)",
                "%s, %s, NULL, %s, %s, %s, 'CONFIRMED', 1, %s, %s, %s, 1, %s, %s, %s, %s, %s"
                        .formatted(
                                id("f", "n"),
                                id("d", customer),
                                rep(customer),
                                id("b", customer),
                                id("c", customer),
                                content(),
                                at(drafts),
                                card(),
                                at(drafts),
                                id("9", "n"),
                                rep(customer),
                                at(drafts),
                                at(drafts)),
                drafts);
        insert(
                "capture_version (draft_id, version, content, made_at)",
                "%s, 1, %s, %s".formatted(id("f", "n"), content(), at(drafts)),
                drafts);
        insert(
                "capture_card (task_id, version, draft_id, thread_id, choices, fresh, shown_at)",
                "%s, 1, %s, %s, '2026-11-25T15:00,none', TRUE, %s"
                        .formatted(card(), id("f", "n"), id("d", customer), at(drafts)),
                drafts);
        insert(
                "crm_follow_up (id, lead_id, member_id, thread_id, intents, key_points, quoted, draft_id, changes,"
                        + " lead_created, recorded_at)",
                "%s, %s, %s, %s, 'QUOTE', '[\"要50个账号的报价单\"]', '麻烦把报价单发我', %s, '[]', FALSE, %s"
                        .formatted(
                                id("9", "n"),
                                id("c", customer),
                                rep(customer),
                                id("d", customer),
                                id("f", "n"),
                                at(drafts)),
                drafts);
    }

    private void queues() {
        int messages = messagesOf(customers);
        insert(
                "inbox (id, source_key, order_key, kind, payload, state, attempts, due_at, received_at, done_at)",
                ("%s, CONCAT('m:1000002:', n), CONCAT('member:rep', LPAD(n MOD " + Team.REPS
                                + ", 5, '0')), 'MemberText',"
                                + " CONCAT('{\"userId\":\"rep\",\"msgId\":\"', n, '\",\"text\":\"好的，我和领导商量一下再回复您，报价单先发我看看\"}'),"
                                + " 1, 0, %s, %s, %s")
                        .formatted(id("8", "n"), at(messages), at(messages), at(messages)),
                messages);
        int pushes = draftsOf(customers) * 2;
        insert(
                "outbox_message (id, cause, recipient, lane, kind, task_id, body, code, state, attempts, uncertain, msg_id,"
                        + " response_code, code_spent, created_at, tried_since, done_at)",
                ("%s, CONCAT('h', n), CONCAT('member:', %s), IF(n MOD 2 = 0, 'WORK', 'ANSWER'), IF(n MOD 2 = 0, 'SEND', 'UPDATE'),"
                                + " CONCAT('draft-h', n DIV 2), REPEAT('{\"card\":\"要50个账号的报价单\"}', 30), NULL, 1, 1, FALSE,"
                                + " CONCAT('h', n), NULL, TRUE, %s, %s, %s")
                        .formatted(id("7", "n"), rep("(n DIV 2) MOD " + customers), at(pushes), at(pushes), at(pushes)),
                pushes);
        for (String lane : List.of("WORK", "ANSWER")) {
            insert(
                    "outbox_channel (recipient, lane, due_at, turns, claim, claimed_until)",
                    "CONCAT('member:', %s), '%s', NULL, 8, NULL, NULL".formatted(id("a", "n"), lane),
                    Team.REPS);
        }
    }

    private void insert(String into, String values, int rows) {
        statements.add("INSERT INTO " + into + " SELECT " + values + " FROM benchmark_number WHERE n < " + rows);
    }

    /** An id as the product makes them, older than any that comes: {@code kind} keeps those of different tables apart. */
    private static String id(String kind, String number) {
        return "CONCAT('019000000000700080000" + kind + "', LPAD(LOWER(HEX(" + number + ")), 10, '0'))";
    }

    private static String rep(String customer) {
        return id("a", "(" + customer + ") MOD " + Team.REPS);
    }

    private static String card() {
        return "CONCAT('draft-h', n)";
    }

    /** The moments of {@code rows} rows, the newest with the highest number. */
    private static String at(int rows) {
        LocalDateTime newest = LocalDateTime.ofInstant(Instant.now().minus(Duration.ofDays(1)), ZoneOffset.UTC)
                .withNano(0);
        return "DATE_SUB('" + newest.toString().replace('T', ' ') + "', INTERVAL FLOOR((" + rows + " - n) * "
                + (double) SPAN.toSeconds() / rows + ") SECOND)";
    }

    /** {@link Team#nameOf} in SQL. */
    private static String name() {
        StringBuilder parts = new StringBuilder("CONCAT(");
        for (int divisor = 100_000; divisor > 0; divisor /= 10) {
            parts.append("ELT(1 + (n DIV ")
                    .append(divisor)
                    .append(") MOD 10, ")
                    .append(Team.digitsForSql())
                    .append("), ");
        }
        return parts + "'科技')";
    }

    private static final String SIGNALS =
            "[{\"intent\":\"QUOTE\",\"polarity\":\"POSITIVE\",\"words\":\"报价单\",\"rule\":\"word\",\"confidence\":0.9}]";

    private static String content() {
        return "CONCAT('{\"customerName\":\"', %s, '\",\"contactName\":\"\",\"stageId\":\"00000000000070008000000000000002\",\"nextContact\":null,\"coreNeed\":\"50个账号，要报价单\",\"keyPoints\":[\"要50个账号的报价单\"],\"objection\":\"\",\"nextAction\":\"\",\"amount\":null,\"quote\":[\"麻烦把报价单发我\"],\"signals\":%s,\"messages\":[\"', %s, '\"],\"edits\":[]}')"
                .formatted("'客户'", SIGNALS, id("e", "n"));
    }
}
