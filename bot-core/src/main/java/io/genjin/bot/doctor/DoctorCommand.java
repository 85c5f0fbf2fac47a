package io.genjin.bot.doctor;

import io.genjin.bot.doctor.DoctorReport.Entry;
import io.genjin.bot.wecom.CallbackLog;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;

/** {@code java -jar genjin.jar doctor [--wait]}: one line per check, and at the end the one thing to mend first. */
public final class DoctorCommand {
    private static final int HEALTHY = 0;
    private static final int SOMETHING_TO_MEND = 1;
    private static final List<String> QUIET = List.of(
            "--logging.level.root=off",
            "--logging.level.org.redisson=off",
            "--logging.level.com.github.kagkarlsson=off");

    private final PrintStream out;

    private DoctorCommand(PrintStream out) {
        this.out = out;
    }

    /** Examines the installation that {@code arguments} (Spring properties) and the environment describe; the exit code. */
    public static int run(String... arguments) {
        boolean wait = Arrays.asList(arguments).contains("--wait");
        List<String> settings = new ArrayList<>(QUIET);
        Arrays.stream(arguments).filter(argument -> !argument.equals("--wait")).forEach(settings::add);
        ConfigurableApplicationContext context;
        try {
            context = DoctorContext.open(settings.toArray(String[]::new));
        } catch (RuntimeException failed) {
            // Reported by now, as at any start.
            return StartProblem.exitCode(failed);
        }
        try (context) {
            return new DoctorCommand(Console.out()).examine(context, wait);
        } catch (RuntimeException failed) {
            return StartProblem.report(failed);
        }
    }

    private int examine(ConfigurableApplicationContext context, boolean wait) {
        Doctor doctor = context.getBean(Doctor.class);
        if (wait) {
            await(
                    context.getBean(CallbackLog.class),
                    context.getBean(DoctorProperties.class).waitFor());
        }
        return print(doctor.examine());
    }

    private int print(DoctorReport report) {
        for (Entry entry : report.entries()) {
            Finding finding = entry.finding();
            out.println(finding.mark().sign() + " " + Console.padded(entry.name(), 10) + finding.text());
        }
        out.println();
        Optional<Entry> first = report.first();
        out.println(first.map(entry ->
                        "先解决「" + entry.name() + "」：" + entry.finding().remedy().orElseThrow())
                .orElse("一切正常"));
        return first.isEmpty() ? HEALTHY : SOMETHING_TO_MEND;
    }

    /** Waits until the running bot notes a request of WeCom; ends early when one comes. */
    private void await(CallbackLog book, Duration limit) {
        out.println("请在 " + limit.toSeconds() + " 秒内到管理后台「接收消息」点保存（机器人须在运行）……");
        Object before = newest(book);
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (before.equals(newest(book)) && System.nanoTime() < end) {
                Thread.sleep(500);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        out.println();
    }

    private static List<Optional<Instant>> newest(CallbackLog book) {
        try {
            CallbackLog.Seen seen = book.read();
            return List.of(seen.validAt(), seen.mismatchAt());
        } catch (DataAccessException unreadable) {
            return List.of();
        }
    }
}
