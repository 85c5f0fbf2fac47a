package io.genjin.bot.outbox;

import io.genjin.cards.Text;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.member.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells each administrator, once a day, that the day's quota runs out. */
@Component
class QuotaWarning {
    private final MemberStore members;
    private final Outbox outbox;
    private final TransactionTemplate tx;

    QuotaWarning(MemberStore members, Outbox outbox, TransactionTemplate tx) {
        this.members = members;
        this.outbox = outbox;
        this.tx = tx;
    }

    @EventListener
    void on(QuotaNearlyUsed noticed) {
        tx.executeWithoutResult(status -> members.active().stream()
                .filter(member -> member.is(Role.ADMIN))
                .forEach(admin -> tell(admin, noticed)));
    }

    private void tell(Member admin, QuotaNearlyUsed noticed) {
        String words = "今天的消息额度用掉了 80%（" + noticed.used() + " / " + noticed.quota() + "）。汇总类消息停到明天，其余照常；全部用完后，今天不再发消息。";
        outbox.send("quota:" + noticed.day() + ":" + admin.id().value(), admin, Lane.DEADLINE, new Text(words));
    }
}
