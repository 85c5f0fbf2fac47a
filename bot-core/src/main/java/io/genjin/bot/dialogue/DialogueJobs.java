package io.genjin.bot.dialogue;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.genjin.crm.member.MemberStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DialogueJobs {

    @Bean
    static Task<Void> expireQuestion(
            DialogueTable table, MemberTextHandler texts, MemberStore members, TransactionTemplate tx) {
        return Tasks.oneTime(Dialogues.EXPIRE)
                .execute((instance, context) -> tx.executeWithoutResult(status -> table.find(instance.getId())
                        .ifPresent(row -> texts.expire(members.require(row.member()), row))));
    }
}
