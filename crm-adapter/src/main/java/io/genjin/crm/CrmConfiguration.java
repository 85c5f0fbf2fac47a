package io.genjin.crm;

import com.baomidou.mybatisplus.autoconfigure.ConfigurationCustomizer;
import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.followup.FollowUpStore;
import io.genjin.crm.followup.FollowUps;
import io.genjin.crm.lead.LeadMatcher;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.LeadTie;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.member.Visibility;
import io.genjin.crm.storage.UtcInstantHandler;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.session.LocalCacheScope;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/**
 * The CRM's stores and rules as beans, for an application that has a data source, transactions and MyBatis-Plus. Run
 * transactions at READ COMMITTED: what waits for a lock then sees what the one before it did.
 */
@Configuration(proxyBeanMethods = false)
@MapperScan(basePackageClasses = CrmConfiguration.class, annotationClass = Mapper.class)
@ComponentScan(
        basePackageClasses = CrmConfiguration.class,
        useDefaultFilters = false,
        includeFilters = @Filter(Repository.class))
public class CrmConfiguration {
    /**
     * Instants in UTC; and no session cache, which would give a transaction that waited for a lock what it had read
     * before.
     */
    @Bean
    ConfigurationCustomizer crmMybatisSettings() {
        return configuration -> {
            configuration.getTypeHandlerRegistry().register(Instant.class, new UtcInstantHandler());
            configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        };
    }

    @Bean
    Visibility visibility(MemberStore members) {
        return new Visibility(members);
    }

    @Bean
    LeadMatcher leadMatcher(LeadStore leads, PipelineStore pipeline) {
        return new LeadMatcher(leads, pipeline);
    }

    @Bean
    FollowUps followUps(
            FollowUpStore store,
            LeadStore leads,
            PipelineStore pipeline,
            CustomerStore customers,
            ChatStore chats,
            List<LeadTie> ties) {
        return new FollowUps(store, leads, pipeline, customers, chats, ties);
    }
}
