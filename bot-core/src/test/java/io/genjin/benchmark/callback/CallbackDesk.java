package io.genjin.benchmark.callback;

import io.genjin.bot.inbox.Inbox;
import io.genjin.bot.inbox.InboxEntry;
import io.genjin.bot.wecom.Callback;
import io.genjin.crm.Ids;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a {@link CallbackServer} is asked to do beside serving. */
final class CallbackDesk {
    private static final int PORTION = 500;
    private static final int MEMBERS = 3_000;

    private final Inbox inbox;
    private final Handled handled;
    private final TransactionTemplate tx;
    private final JdbcTemplate jdbc;

    CallbackDesk(ApplicationContext context) {
        this.inbox = context.getBean(Inbox.class);
        this.handled = context.getBean(Handled.class);
        this.tx = context.getBean(TransactionTemplate.class);
        this.jdbc = context.getBean(JdbcTemplate.class);
    }

    String answer(String[] question) throws InterruptedException {
        return switch (question[0]) {
            case "drain" -> String.format(Locale.ROOT, "%.6f", drain(Integer.parseInt(question[1])));
            case "listen" -> {
                handled.listen();
                yield "listening";
            }
            case "waits" -> handled.waits();
            default -> throw new IllegalArgumentException(question[0]);
        };
    }

    /** Seconds from the commit that shows the workers a whole backlog at once, until all of it is ended. */
    private double drain(int backlog) throws InterruptedException {
        long before = handled.count();
        long[] start = {0};
        tx.executeWithoutResult(status -> {
            for (int first = 0; first < backlog; first += PORTION) {
                inbox.keepAll(IntStream.range(first, Math.min(backlog, first + PORTION))
                        .mapToObj(CallbackDesk::entry)
                        .toList());
            }
            start[0] = System.nanoTime();
        });
        while (handled.count() - before < backlog || open()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return (System.nanoTime() - start[0]) / 1e9;
    }

    private boolean open() {
        return Long.valueOf(1)
                .equals(jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM inbox WHERE state = 0)", Long.class));
    }

    private static InboxEntry entry(int number) {
        String id = Ids.next();
        String member = "member" + number % MEMBERS;
        Callback text = new Callback.MemberText(member, id, "麻烦把50个账号的报价单发我", Instant.EPOCH);
        return new InboxEntry("m:" + id, "member:" + member, text);
    }
}
