package io.genjin.bot.inbox;

import com.zaxxer.hikari.HikariDataSource;
import io.genjin.bot.inbox.InboxProperties.Claim;
import io.genjin.sandbox.engine.SharedEngines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The inbox without the rest of the application: a real database, and nodes that hand over to a test's handler. */
final class InboxRig implements AutoCloseable {
    static final int ROOM = 40;
    static final int BATCH = 64;

    final JumpingClock clock = new JumpingClock();
    final HikariDataSource database = new HikariDataSource();
    final JdbcTemplate jdbc;
    final TransactionTemplate tx;
    final InboxTable table;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Node> nodes = new ArrayList<>();

    record Errand(String text) {}

    /** One whose handler may wait for somebody outside. */
    record Call(String text) {}

    /** One node's door and workers. */
    record Node(DurableInbox inbox, InboxWorkers workers) {}

    InboxRig() {
        database.setJdbcUrl(SharedEngines.freshDatabase());
        database.setUsername("root");
        database.setMaximumPoolSize(24);
        database.setConnectionTimeout(3_000);
        database.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        database.addDataSourceProperty("rewriteBatchedStatements", "true");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
        tx = new TransactionTemplate(new JdbcTransactionManager(database));
        table = new InboxTable(jdbc, JsonMapper.shared());
    }

    /** Starts a node whose handler decides outside, and takes effect inside the transaction. */
    Node node(Claim claim, int workers, InboxHandler<?>... handlers) {
        Node node = idle(claim, workers, handlers);
        node.workers().start();
        nodes.add(node);
        return node;
    }

    Node idle(Claim claim, int workers, InboxHandler<?>... handlers) {
        InboxProperties properties = properties(claim, workers);
        InboxClaims claims = claims(claim);
        var routes = new InboxRoutes(provider(handlers), JsonMapper.shared());
        var failures = new InboxFailures(table, properties, clock, meters);
        InboxDesk desk = new InboxDesk(routes, table, failures, properties, tx, clock, meters);
        InboxWorkers hands = new InboxWorkers(claims, desk, failures, table, properties, clock);
        return new Node(new DurableInbox(table, properties, clock, hands, meters), hands);
    }

    InboxClaims claims(Claim claim) {
        return new InboxConfiguration().inboxClaims(properties(claim, 1), new NamedParameterJdbcTemplate(jdbc), tx);
    }

    InboxProperties properties(Claim claim, int workers) {
        return new InboxProperties(
                Duration.ofSeconds(20),
                ROOM,
                2,
                workers,
                BATCH,
                Duration.ofMillis(10),
                Duration.ofMinutes(1),
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                3,
                Duration.ofDays(3),
                Duration.ofMinutes(5),
                claim);
    }

    static InboxEntry entry(String key, String order) {
        return new InboxEntry(key, order, new Errand(key));
    }

    long count(String where, Object... values) {
        Long count = jdbc.queryForObject("SELECT COUNT(*) FROM inbox WHERE " + where, Long.class, values);
        return count == null ? 0 : count;
    }

    void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }

    void stopNodes() {
        nodes.forEach(node -> node.workers().stop());
        nodes.clear();
    }

    @Override
    public void close() {
        stopNodes();
        database.close();
    }

    private static ObjectProvider<InboxHandler<?>> provider(InboxHandler<?>... handlers) {
        return new ObjectProvider<>() {
            @Override
            public InboxHandler<?> getObject() {
                return handlers[0];
            }

            @Override
            public Stream<InboxHandler<?>> orderedStream() {
                return Stream.of(handlers);
            }
        };
    }
}
