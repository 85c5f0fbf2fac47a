package io.genjin.bot.inbox;

import io.genjin.bot.platform.AfterCommit;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Commits what waits in batches, without waiting for a batch to fill: concurrent callbacks share a transaction, a lone
 * one is written at once. The queue is only the waiting room of open requests; nobody is answered before the commit.
 */
@Component
class DurableInbox implements Inbox {
    private static final long CLOSE_WITHIN_MS = 500;

    private final InboxTable table;
    private final InboxProperties properties;
    private final InstantSource clock;
    private final InboxWorkers workers;
    private final BlockingQueue<Waiting> waiting;
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean open = true;

    private record Waiting(InboxEntry entry, CompletableFuture<Void> committed) {}

    DurableInbox(
            InboxTable table,
            InboxProperties properties,
            InstantSource clock,
            InboxWorkers workers,
            MeterRegistry meters) {
        this.table = table;
        this.properties = properties;
        this.clock = clock;
        this.workers = workers;
        this.waiting = new ArrayBlockingQueue<>(properties.room());
        meters.gauge("genjin.inbox.waiting.room", waiting, BlockingQueue::size);
        for (int i = 0; i < properties.writers(); i++) {
            Thread writer = new Thread(this::write, "inbox-writer-" + i);
            writer.setDaemon(true);
            writers.add(writer);
            writer.start();
        }
    }

    @Override
    public void keep(InboxEntry entry) {
        Waiting mine = new Waiting(entry, new CompletableFuture<>());
        if (!open || !waiting.offer(mine)) {
            throw new InboxBusy("too many callbacks wait for the database");
        }
        try {
            mine.committed().get(properties.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            mine.committed().cancel(false);
            throw new InboxBusy("not committed within " + properties.answerWithin());
        } catch (ExecutionException failed) {
            throw new InboxBusy("not committed: " + String.valueOf(failed.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InboxBusy("stopping");
        }
    }

    @Override
    public int keepAll(List<InboxEntry> entries) {
        Map<String, InboxEntry> fresh = new LinkedHashMap<>();
        entries.forEach(entry -> fresh.putIfAbsent(entry.key(), entry));
        Set<String> known = table.known(List.copyOf(fresh.keySet()));
        fresh.keySet().removeAll(known);
        if (!fresh.isEmpty()) {
            table.insert(List.copyOf(fresh.values()), clock.instant());
            AfterCommit.run(workers::wake);
        }
        return fresh.size();
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        while (open || !waiting.isEmpty()) {
            try {
                Waiting first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                waiting.drainTo(batch, properties.batch() - 1);
                // Who was sent away comes again: committing for them would only make the next ones wait.
                batch.removeIf(one -> one.committed().isDone());
                commit(batch);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                batch.clear();
            }
        }
    }

    private void commit(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            insert(batch);
        } catch (RuntimeException | Error failed) {
            // One bad entry, or a deadlock, must not refuse its neighbours.
            batch.stream().filter(one -> !one.committed().isDone()).forEach(this::commitAlone);
        }
    }

    private void commitAlone(Waiting one) {
        try {
            DeadlockRetry.run(() -> {
                insert(List.of(one));
                return null;
            });
        } catch (RuntimeException | Error failed) {
            one.committed().completeExceptionally(failed);
        }
    }

    private void insert(List<Waiting> batch) {
        table.insert(batch.stream().map(Waiting::entry).toList(), clock.instant());
        batch.forEach(one -> one.committed().complete(null));
        workers.wake();
    }

    @PreDestroy
    void close() throws InterruptedException {
        open = false;
        for (Thread writer : writers) {
            // Whoever waited for a commit has been sent away by now.
            writer.join(CLOSE_WITHIN_MS);
        }
    }
}
