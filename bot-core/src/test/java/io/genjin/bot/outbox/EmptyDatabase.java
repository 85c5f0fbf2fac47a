package io.genjin.bot.outbox;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.genjin.sandbox.engine.SharedEngines;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real database with our tables and nothing in them. */
final class EmptyDatabase {
    private EmptyDatabase() {}

    static JdbcTemplate migrated() {
        MysqlDataSource database = new MysqlDataSource();
        String url = SharedEngines.freshDatabase();
        database.setUrl(url + (url.contains("?") ? "&" : "?") + "rewriteBatchedStatements=true");
        database.setUser("root");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        return new JdbcTemplate(database);
    }
}
