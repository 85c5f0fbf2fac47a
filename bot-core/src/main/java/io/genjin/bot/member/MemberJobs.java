package io.genjin.bot.member;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.genjin.bot.platform.BusinessTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Synchronises members at the start and every night. */
@Configuration(proxyBeanMethods = false)
class MemberJobs {
    private static final Logger log = LoggerFactory.getLogger(MemberJobs.class);

    private final MemberDirectory directory;

    MemberJobs(MemberDirectory directory) {
        this.directory = directory;
    }

    @Bean
    static Task<Void> synchroniseMembers(MemberDirectory directory, MemberProperties properties) {
        return Tasks.recurring("synchronise-members", new Daily(BusinessTime.ZONE, properties.syncAt()))
                .execute((instance, context) -> directory.synchronise());
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        Thread first = new Thread(this::firstTime, "member-synchronisation");
        first.setDaemon(true);
        first.start();
    }

    private void firstTime() {
        try {
            directory.synchronise();
        } catch (RuntimeException later) {
            // Members are met on first sight and the nightly run comes: the start must not wait for WeCom.
            log.warn("members were not synchronised at the start: {}", later.toString());
        }
    }
}
