package io.genjin.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The process that the load comes from. */
public final class Load implements AutoCloseable {
    public static final int CONNECTIONS = 32;

    private final Child generator;

    /**
     * What came of a run.
     *
     * @param answered with a 200
     * @param failed with anything else, or not at all
     * @param seconds from the first request to the last answer
     */
    public record Result(
            long answered, long failed, double seconds, double p50Millis, double p99Millis, double maxMillis) {
        public double perSecond() {
            return answered / seconds;
        }
    }

    private Load(Child generator) {
        this.generator = generator;
    }

    public static Load start() throws IOException {
        return new Load(Child.start(LoadGenerator.class, List.of("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC")));
    }

    /** Makes {@code count} callbacks in advance, encrypted, no two alike; what was left of earlier ones is forgotten. */
    public void prepare(String path, long count) throws IOException {
        generator.ask("prepare " + path + " " + count);
    }

    /** As many as 32 connections take, each sending its next when the last is answered; ends early when all are sent. */
    public Result saturate(int port, Duration length) throws IOException {
        return run(port, length, 0);
    }

    /** Evenly {@code perSecond}; latency counts from the moment a callback was due, also where no connection was free. */
    public Result pace(int port, Duration length, double perSecond) throws IOException {
        return run(port, length, perSecond);
    }

    private Result run(int port, Duration length, double perSecond) throws IOException {
        String[] parts = generator
                .ask("run " + port + " " + length.toMillis() + " " + CONNECTIONS + " " + perSecond)
                .split(" ");
        return new Result(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]),
                Double.parseDouble(parts[5]));
    }

    /** Processor time of the generator so far. */
    public Duration cpu() {
        return generator.cpu();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        generator.close();
    }
}
