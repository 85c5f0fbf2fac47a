package io.genjin.bot.doctor;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The database answers, is new enough, and holds our tables. Looks only: the start does the migrations. */
@Component
@Order(10)
class DatabaseCheck implements Check {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.(\\d+)");

    private final DataSource database;
    private final Flyway flyway;

    DatabaseCheck(DataSource database, Flyway flyway) {
        this.database = database;
        this.flyway = flyway;
    }

    @Override
    public String name() {
        return "数据库";
    }

    @Override
    public Finding look(Round round) {
        String version;
        try {
            version = String.valueOf(new JdbcTemplate(database).queryForObject("SELECT VERSION()", String.class));
        } catch (DataAccessException away) {
            return Finding.bad(
                    DatabaseTrouble.inChinese(away), "检查 spring.datasource.url、username、password，以及数据库是否在运行");
        }
        String shown = version.contains("MariaDB") ? "MariaDB " + version.replaceAll("-.*", "") : "MySQL " + version;
        if (!newEnough(version)) {
            return Finding.bad(shown + " 太旧", "换成 MySQL 8.0 或 MariaDB 10.6 以上");
        }
        MigrationInfoService migrations = flyway.info();
        boolean broken =
                Arrays.stream(migrations.all()).map(MigrationInfo::getState).anyMatch(state -> state.isFailed());
        if (broken) {
            return Finding.bad(shown + "，有一次建表没有成功", "查看表 flyway_schema_history 里 success = 0 的一行");
        }
        int pending = migrations.pending().length;
        return Finding.good(shown + (pending == 0 ? "，表已是最新" : "，启动时会更新 " + pending + " 处表结构"));
    }

    static boolean newEnough(String version) {
        Matcher number = NUMBER.matcher(version);
        if (!number.find()) {
            return true;
        }
        int major = Integer.parseInt(number.group(1));
        int minor = Integer.parseInt(number.group(2));
        return version.contains("MariaDB") ? major > 10 || major == 10 && minor >= 6 : major >= 8;
    }
}
