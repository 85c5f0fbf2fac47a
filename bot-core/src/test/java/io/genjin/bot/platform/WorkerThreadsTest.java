package io.genjin.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class WorkerThreadsTest {
    private static final Duration NEVER = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void outlivesWhateverARoundThrows(boolean error) throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch later = new CountDownLatch(3);
        WorkerThreads threads = new WorkerThreads("test", 1, Duration.ofMillis(1), () -> {
            rounds.incrementAndGet();
            later.countDown();
            if (error) {
                throw new StackOverflowError();
            }
            throw new IllegalStateException();
        });
        threads.start();
        assertThat(later.await(20, TimeUnit.SECONDS)).isTrue();
        threads.stop();
    }

    @Test
    void wakingGetsAllThreadsToWork() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(3);
        CountDownLatch started = new CountDownLatch(3);
        WorkerThreads[] threads = new WorkerThreads[1];
        threads[0] = new WorkerThreads("test", 3, NEVER, () -> {
            if (started.getCount() > 0) {
                started.countDown();
                return false;
            }
            together.countDown();
            awaitQuietly(together);
            return false;
        });
        threads[0].start();
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 3; i++) {
            threads[0].wake();
        }
        assertThat(together.await(20, TimeUnit.SECONDS)).isTrue();
        threads[0].stop();
    }

    @Test
    void stopsAfterTheWebServer() {
        assertThat(WorkerThreads.PHASE)
                .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE)
                .isLessThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
