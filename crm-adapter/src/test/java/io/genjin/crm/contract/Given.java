package io.genjin.crm.contract;

import io.genjin.crm.Ids;
import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.NewMessage;
import io.genjin.crm.chat.Speaker;
import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.member.RoleMapping;
import io.genjin.crm.member.WeComMember;
import io.genjin.crm.member.WeComStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** What the contracts begin with. */
final class Given {
    /** In the hour that New York lived twice on its way out of summer time, so that a local time would show. */
    static final Instant NOW = Instant.parse("2026-11-01T05:30:00.123Z");

    static final RoleMapping NO_MAPPING = RoleMapping.adminsOnly(Set.of());

    private Given() {}

    static Instant later(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    static WeComMember profile(String userId, String... leaders) {
        return profile(userId, null, List.of(), leaders);
    }

    static WeComMember profile(String userId, Long department, List<Long> leads, String... leaders) {
        return new WeComMember(
                userId,
                "名" + userId,
                department == null ? List.of() : List.of(department),
                department,
                List.of(leaders),
                leads,
                null,
                WeComStatus.ACTIVATED,
                List.of());
    }

    static NewMessage says(ThreadId thread, String key, String text, Instant sentAt) {
        return new NewMessage(
                thread, key, ChatSource.KF, Speaker.CUSTOMER, text, sentAt, sentAt.plusSeconds(1), List.of());
    }

    static String draft() {
        return Ids.next();
    }

    /** Lets several threads do the same at the same moment, and gives what each got. */
    static <T> List<T> together(int threads, Supplier<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return work.get();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError("one of the threads failed", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
