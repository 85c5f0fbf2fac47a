package io.genjin.bot.capture;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.genjin.bot.platform.Errands;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The errands of drafts; each looks at the draft before it acts, since it may run twice. */
@Configuration(proxyBeanMethods = false)
class CaptureJobs {
    /** The quiet period is over: show the draft, or its newer version. */
    static final TaskDescriptor<Void> SETTLE = TaskDescriptor.of("settle-draft");

    /** The time in which a rep's drafts are gathered is over. */
    static final TaskDescriptor<Void> SHOW = TaskDescriptor.of("show-drafts");

    /** A draft of a list was decided elsewhere. */
    static final TaskDescriptor<Void> SETTLE_LIST = TaskDescriptor.of("settle-list");

    /** Nobody confirmed it in time. */
    static final TaskDescriptor<Void> EXPIRE = TaskDescriptor.of("expire-draft");

    @Bean
    static Task<Void> settleDraft(Settling settling, DraftStore drafts, TransactionTemplate tx) {
        return Errands.once(
                SETTLE,
                id -> tx.executeWithoutResult(
                        status -> drafts.lock(new DraftId(id)).ifPresent(settling::settle)));
    }

    /** Names the errand by its time, too: the next one is often set while one runs. */
    static String showing(MemberId rep, Instant at) {
        return rep.value() + "@" + at.toEpochMilli();
    }

    @Bean
    static Task<Void> showDrafts(Gathering gathering, TransactionTemplate tx) {
        return Errands.once(SHOW, id -> {
            MemberId rep = new MemberId(id.substring(0, id.indexOf('@')));
            tx.executeWithoutResult(status -> gathering.show(rep));
        });
    }

    @Bean
    static Task<Void> settleList(ListDesk lists, TransactionTemplate tx) {
        return Errands.once(SETTLE_LIST, id -> tx.executeWithoutResult(status -> lists.settle(new DraftList(id))));
    }

    @Bean
    static Task<Void> expireDraft(DraftDecisions decisions, TransactionTemplate tx) {
        return Errands.once(EXPIRE, id -> tx.executeWithoutResult(status -> decisions.expire(new DraftId(id))));
    }
}
