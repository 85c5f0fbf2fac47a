package io.genjin.crm.contract;

import io.genjin.crm.CrmConfiguration;
import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.followup.FollowUpStore;
import io.genjin.crm.followup.FollowUps;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.outlet.OutsideStore;
import io.genjin.crm.testing.TestCrm;
import io.genjin.sandbox.engine.SharedEngines;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The CRM as an application has it, on a database of its own, through a connection that is not in UTC. */
final class DatabaseCrm implements TestCrm {
    private static final String ELSEWHERE =
            "connectionTimeZone=%2B08:00&forceConnectionTimeZoneToSession=true&preserveInstants=true";

    private static DatabaseCrm shared;

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;

    private DatabaseCrm() {
        String url = SharedEngines.freshDatabase();
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + url + (url.contains("?") ? "&" : "?") + ELSEWHERE,
                        "spring.datasource.username=root",
                        "spring.datasource.password=",
                        "spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
                        "spring.main.banner-mode=off")
                .run();
        jdbc = context.getBean(JdbcTemplate.class);
        jdbc.execute("CREATE TABLE test_stage AS SELECT * FROM crm_stage");
    }

    /** As it is after the migrations. */
    static synchronized DatabaseCrm emptied() {
        if (shared == null) {
            shared = new DatabaseCrm();
        }
        shared.empty();
        return shared;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Runs this in a transaction that sees what was there when it began. */
    <T> T inOldSnapshot(Supplier<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return transaction.execute(status -> work.get());
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(bean(PlatformTransactionManager.class)).execute(status -> work.get());
    }

    @Override
    public MemberStore members() {
        return bean(MemberStore.class);
    }

    @Override
    public CustomerStore customers() {
        return bean(CustomerStore.class);
    }

    @Override
    public PipelineStore pipeline() {
        return bean(PipelineStore.class);
    }

    @Override
    public LeadStore leads() {
        return bean(LeadStore.class);
    }

    @Override
    public ChatStore chats() {
        return bean(ChatStore.class);
    }

    @Override
    public FollowUpStore followUpStore() {
        return bean(FollowUpStore.class);
    }

    @Override
    public FollowUps followUps() {
        return bean(FollowUps.class);
    }

    @Override
    public OutsideStore outside() {
        return bean(OutsideStore.class);
    }

    private void empty() {
        List<String> tables = jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name LIKE 'crm\\_%' AND table_name <> 'crm_org_chart'",
                String.class);
        tables.forEach(table -> jdbc.update("DELETE FROM " + table));
        jdbc.update("INSERT INTO crm_stage SELECT * FROM test_stage");
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CrmConfiguration.class)
    static class Application {}
}
