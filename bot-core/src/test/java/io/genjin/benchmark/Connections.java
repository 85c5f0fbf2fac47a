package io.genjin.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends prepared requests over keep-alive connections from one thread, so that the load itself costs little. */
final class Connections implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LONGEST_NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final InetSocketAddress server;
    private final byte[][] requests;
    private final Selector selector = Selector.open();
    private final Deque<Exchange> free = new ArrayDeque<>();
    private final long[] latencies;
    private final int size;
    private int sent;
    private int answered;
    private long failed;

    /**
     * @param latencies in nanoseconds, of each request answered with a 200
     * @param nanos from the first request to the last answer
     */
    record Outcome(long[] latencies, long failed, long nanos) {}

    Connections(int port, int size, byte[][] requests) throws IOException {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.requests = requests;
        this.latencies = new long[requests.length];
        this.size = size;
        for (int i = 0; i < size; i++) {
            free.add(connect());
        }
    }

    Outcome saturate(Duration length) throws IOException {
        return run(length, 0);
    }

    Outcome pace(Duration length, double perSecond) throws IOException {
        return run(length, 1e9 / perSecond);
    }

    /** @param interval between two requests in nanoseconds; 0 sends whenever a connection is free */
    private Outcome run(Duration length, double interval) throws IOException {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        long last = start;
        for (long now = start; ; now = System.nanoTime()) {
            boolean over = now - end >= 0 || sent == requests.length;
            if (over && (free.size() == size || now - end > PATIENCE_NANOS)) {
                break;
            }
            while (!over && !free.isEmpty() && sent < requests.length && due(start, interval) <= now) {
                free.pop().send(requests[sent], interval == 0 ? now : due(start, interval));
                sent++;
            }
            if (interval > 0 && !over && !free.isEmpty()) {
                nap(due(start, interval) - System.nanoTime());
                selector.selectNow();
            } else {
                selector.select(100);
            }
            if (takeAnswers()) {
                last = System.nanoTime();
            }
        }
        failed += size - free.size();
        return new Outcome(Arrays.copyOf(latencies, answered), failed, last - start);
    }

    private long due(long start, double interval) {
        return start + (long) (sent * interval);
    }

    /** A selector's own time limit is in whole milliseconds, and turning in circles would cost the server its core. */
    private static void nap(long nanos) {
        if (nanos > 0) {
            LockSupport.parkNanos(Math.min(nanos, LONGEST_NAP_NANOS));
        }
    }

    private boolean takeAnswers() throws IOException {
        boolean any = false;
        for (SelectionKey key : selector.selectedKeys()) {
            Exchange exchange = (Exchange) key.attachment();
            switch (exchange.receive()) {
                case INCOMPLETE -> {
                    continue;
                }
                case OK -> {
                    latencies[answered++] = System.nanoTime() - exchange.since();
                    free.push(exchange);
                }
                case FAILED -> {
                    failed++;
                    exchange.close();
                    free.push(connect());
                }
            }
            any = true;
        }
        selector.selectedKeys().clear();
        return any;
    }

    private Exchange connect() throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Exchange exchange = new Exchange(channel);
        channel.register(selector, SelectionKey.OP_READ, exchange);
        return exchange;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
