package io.genjin.bot.chat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.genjin.bot.platform.RecurringErrand;
import io.genjin.bot.wecom.WeComApi;
import io.genjin.bot.wecom.WeComRefused;
import io.genjin.bot.wecom.WeComSilent;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads all 微信客服 accounts without an event, too: a lost callback then costs minutes, not a message. */
@Configuration(proxyBeanMethods = false)
class KfJobs {
    private static final Logger log = LoggerFactory.getLogger(KfJobs.class);

    @Bean
    static Task<Void> pollKf(KfPull pull, KfCursors cursors, WeComApi wecom, KfProperties properties) {
        return Tasks.recurring("poll-kf", FixedDelay.of(properties.poll()))
                .execute((instance, context) -> accounts(cursors, wecom).forEach(account -> poll(pull, account)));
    }

    @Bean
    static RecurringErrand pollKfErrand(KfProperties properties) {
        return new RecurringErrand("poll-kf", RecurringTask.INSTANCE, properties.poll());
    }

    private static Set<String> accounts(KfCursors cursors, WeComApi wecom) {
        Set<String> accounts = new LinkedHashSet<>(cursors.accounts());
        try {
            wecom.kfAccounts()
                    .forEach(node -> accounts.add(node.path("open_kfid").asString("")));
        } catch (WeComRefused | WeComSilent notUsedHere) {
            log.debug("微信客服 accounts can't be listed: {}", notUsedHere.getMessage());
        }
        accounts.remove("");
        return accounts;
    }

    private static void poll(KfPull pull, String account) {
        try {
            pull.pull(account, "");
        } catch (WeComRefused | WeComSilent later) {
            log.info("微信客服 was not polled: {}", later.getMessage());
        }
    }
}
