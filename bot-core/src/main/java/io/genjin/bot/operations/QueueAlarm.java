package io.genjin.bot.operations;

import io.genjin.bot.inbox.InboxQueue;
import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.cards.Text;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.member.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells administrators once when entries wait for too long, and once when it is over. */
@Component
class QueueAlarm {
    private final InboxQueue queue;
    private final Incidents incidents;
    private final MemberStore members;
    private final Outbox outbox;
    private final PublicUrl url;
    private final TransactionTemplate tx;
    private final InstantSource clock;

    QueueAlarm(
            InboxQueue queue,
            Incidents incidents,
            MemberStore members,
            Outbox outbox,
            PublicUrl url,
            TransactionTemplate tx,
            InstantSource clock) {
        this.queue = queue;
        this.incidents = incidents;
        this.members = members;
        this.outbox = outbox;
        this.url = url;
        this.tx = tx;
        this.clock = clock;
    }

    void look() {
        Duration age = queue.oldestWaiting();
        Instant now = clock.instant();
        if (age.compareTo(queue.alarmAfter()) > 0) {
            tx.executeWithoutResult(status -> {
                // While we know no administrator, nobody has been told.
                if (!admins().isEmpty() && incidents.open(now)) {
                    tell(
                            "queue-late:",
                            now,
                            "消息积压：最早的一条已等了" + age.toMinutes() + "分钟。看运行页：" + url.of("/h5/admin/operations"));
                }
            });
        } else if (age.compareTo(queue.alarmAfter().dividedBy(2)) < 0) {
            // Half of it, so that an age around the limit tells nobody anything twice.
            tx.executeWithoutResult(status -> {
                Optional<Instant> since = incidents.close();
                since.ifPresent(start -> tell("queue-again:", start, "消息积压已处理完（" + BusinessTime.clock(start) + "起）。"));
            });
        }
    }

    private void tell(String cause, Instant since, String text) {
        admins().forEach(admin -> outbox.send(
                cause + since.toEpochMilli() + ":" + admin.id().value(), admin, Lane.DEADLINE, Text.shortened(text)));
    }

    private List<Member> admins() {
        return members.active().stream().filter(member -> member.is(Role.ADMIN)).toList();
    }
}
