package io.genjin.benchmark.whole;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A few connections to each node, which share prepared requests among them. */
final class Senders {
    private static final int CONNECTIONS = 16;

    private final List<Integer> ports;
    private final byte[][] requests;
    private final long[] acknowledged;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /**
     * What came of it.
     *
     * @param acknowledged when each request had its 200, in microseconds since 1970; 0 where it had none
     * @param seconds from the first request to the last answer
     */
    record Outcome(long[] acknowledged, int failed, double seconds) {}

    Senders(List<Integer> ports, byte[][] requests) {
        this.ports = ports;
        this.requests = requests;
        this.acknowledged = new long[requests.length];
    }

    /** @param perSecond evenly so many, or 0 for as fast as they are answered */
    Outcome send(double perSecond) throws InterruptedException {
        long start = System.nanoTime();
        double interval = perSecond == 0 ? 0 : 1e9 / perSecond;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int port = ports.get(i % ports.size());
            Thread thread = new Thread(() -> work(port, start, interval), "sender-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Outcome(acknowledged, failed.get(), (System.nanoTime() - start) / 1e9);
    }

    private void work(int port, long start, double interval) {
        try (Posting posting = new Posting(port)) {
            for (int i = next.getAndIncrement(); i < requests.length; i = next.getAndIncrement()) {
                long due = start + (long) (i * interval);
                while (due - System.nanoTime() > 0) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                if (posting.post(requests[i]) == 200) {
                    acknowledged[i] = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
                } else {
                    failed.incrementAndGet();
                }
            }
        } catch (IOException cutOff) {
            failed.incrementAndGet();
        }
    }
}
