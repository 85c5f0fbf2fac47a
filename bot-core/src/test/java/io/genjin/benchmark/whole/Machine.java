package io.genjin.benchmark.whole;

import io.genjin.benchmark.Child;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who used how much of the processors. */
final class Machine {
    private Machine() {}

    /** Processor time so far: the nodes, the database, Redis, WeCom with this measurement, and the load. */
    static Map<String, Duration> use(List<BotProcess> nodes, Child load) {
        Map<String, Duration> use = new LinkedHashMap<>();
        use.put("bot", nodes.stream().map(BotProcess::cpu).reduce(Duration.ZERO, Duration::plus));
        use.put("database", ofChildren("mariadbd", "mysqld"));
        use.put("Redis", ofChildren("redis"));
        use.put("WeCom", of(ProcessHandle.current()));
        use.put("load", load.cpu());
        return use;
    }

    /** Processor milliseconds between two looks. */
    static Map<String, Double> between(Map<String, Duration> before, Map<String, Duration> after) {
        Map<String, Double> used = new LinkedHashMap<>();
        after.forEach((who, time) ->
                used.put(who, (double) time.minus(before.get(who)).toMillis()));
        return used;
    }

    private static Duration ofChildren(String... names) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().stream().anyMatch(command -> List.of(names).stream()
                        .anyMatch(name ->
                                command.substring(command.lastIndexOf('/') + 1).contains(name))))
                .map(Machine::of)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
