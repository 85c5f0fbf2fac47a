package io.genjin.bot.dialogue;

import com.github.kagkarlsson.scheduler.task.Task;
import io.genjin.bot.platform.Errands;
import io.genjin.crm.member.MemberStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DialogueJobs {

    @Bean
    static Task<Void> expireQuestion(
            DialogueTable table, MemberTextHandler texts, MemberStore members, TransactionTemplate tx) {
        return Errands.once(
                Dialogues.EXPIRE,
                id -> tx.executeWithoutResult(
                        status -> table.find(id).ifPresent(row -> texts.expire(members.require(row.member()), row))));
    }
}
