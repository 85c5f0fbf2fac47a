package io.genjin.bot.doctor;

import io.genjin.bot.doctor.DoctorReport.Entry;
import io.genjin.bot.wecom.WeComProbe;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Runs all checks one after the other, each within its time. */
@Component
@EnableConfigurationProperties(DoctorProperties.class)
class Doctor {
    private final List<Check> checks;
    private final WeComProbe probe;
    private final DoctorProperties properties;
    private final InstantSource clock;

    Doctor(List<Check> checks, WeComProbe probe, DoctorProperties properties, InstantSource clock) {
        this.checks = List.copyOf(checks);
        this.probe = probe;
        this.properties = properties;
        this.clock = clock;
    }

    DoctorReport examine() {
        Round round = new Round(probe);
        List<Entry> entries = new ArrayList<>();
        ExecutorService hands = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "doctor");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (Check check : checks) {
                entries.add(new Entry(check.name(), within(hands.submit(() -> check.look(round)))));
            }
        } finally {
            hands.shutdownNow();
        }
        return new DoctorReport(clock.instant(), entries);
    }

    private Finding within(Future<Finding> looking) {
        try {
            return looking.get(properties.checkWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            looking.cancel(true);
            return Finding.bad(properties.checkWithin().toSeconds() + " 秒内没有结果", "查看网络是否通畅，再体检一次");
        } catch (ExecutionException failed) {
            // A message may hold an address with its secrets: the type is enough.
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            return Finding.bad("没能检查（" + cause.getClass().getSimpleName() + "）", "查看网络和配置，再体检一次");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Finding.left("已中断");
        }
    }
}
