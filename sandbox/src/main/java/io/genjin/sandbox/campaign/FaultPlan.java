package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Fault.Kind;
import io.genjin.sandbox.wecom.api.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which faults a campaign has and when. */
final class FaultPlan {
    private static final List<String> PATHS = List.of(
            "message/send",
            "message/send",
            "message/update_template_card",
            "message/update_template_card",
            "kf/sync_msg",
            "externalcontact/get",
            "gettoken",
            "*");
    private static final List<Trouble> TROUBLES = List.of(
            Trouble.errcode(-1),
            Trouble.errcode(45009),
            Trouble.httpStatus(500),
            Trouble.hang(),
            Trouble.cut(),
            Trouble.answerLost(),
            Trouble.answerLost(),
            Trouble.slow(Duration.ofMillis(1500)));

    private FaultPlan() {}

    /** All faults in order, spread over the messages after the first ones. */
    static List<Fault> faults(CampaignOptions options, int first, Random random) {
        var kinds = new ArrayList<Kind>();
        int engines = options.kills() / 4;
        int nodes = options.kills() - 2 * engines;
        int together = nodes < 2 * options.nodes() ? 0 : Math.max(1, nodes / (8 + options.nodes()));
        add(kinds, Kind.KILL_DATABASE, engines);
        add(kinds, Kind.KILL_REDIS, engines);
        add(kinds, Kind.KILL_ALL_NODES, together);
        add(kinds, Kind.KILL_NODE, nodes - together * options.nodes());
        add(kinds, Kind.ROLLING_RESTART, Math.max(1, options.kills() / 25));
        add(kinds, Kind.CLOCK_JUMP, Math.max(1, options.kills() / 25));
        add(kinds, Kind.TOKENS_EXPIRE, Math.max(1, options.kills() / 10));
        add(kinds, Kind.WECOM, Math.max(TROUBLES.size(), options.kills()));
        Collections.shuffle(kinds, random);
        var faults = new ArrayList<Fault>();
        int span = options.messages() - first;
        int spoiled = 0;
        for (int i = 0; i < kinds.size(); i++) {
            int after = first + (int) ((long) span * (i * 10 + random.nextInt(10)) / (kinds.size() * 10L));
            faults.add(
                    kinds.get(i) == Kind.WECOM
                            ? trouble(after, spoiled++, random)
                            : other(after, kinds.get(i), options.nodes(), random));
        }
        return faults;
    }

    private static void add(List<Kind> kinds, Kind kind, int times) {
        kinds.addAll(Collections.nCopies(times, kind));
    }

    /** Each kind of trouble in turn. */
    private static Fault trouble(int after, int turn, Random random) {
        var trouble = TROUBLES.get(turn % TROUBLES.size());
        var path = PATHS.get(random.nextInt(PATHS.size()));
        return Fault.wecom(after, path, trouble, 1 + random.nextInt(6));
    }

    private static Fault other(int after, Kind kind, int nodes, Random random) {
        var lasts =
                switch (kind) {
                    case KILL_DATABASE, KILL_REDIS -> Duration.ofMillis(200 + random.nextInt(2500));
                    case CLOCK_JUMP -> Duration.ofSeconds(10 + random.nextInt(30));
                    default -> Duration.ZERO;
                };
        return Fault.of(after, kind, random.nextInt(nodes), lasts);
    }
}
