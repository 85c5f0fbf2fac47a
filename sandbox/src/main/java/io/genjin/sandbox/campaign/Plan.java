package io.genjin.sandbox.campaign;

import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a campaign does, derived from its seed alone: all messages in order with the way WeCom delivers each, and all
 * faults with the message that each comes after. How threads and processes interleave is not in it.
 */
record Plan(Cast cast, List<Line> lines, List<Fault> faults) {
    Plan {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }

    static Plan of(CampaignOptions options) {
        var random = new Random(options.seed());
        var cast = new Cast(options.reps(), options.customers());
        var lines = new ArrayList<Line>();
        for (int number = 0; number < options.messages(); number++) {
            lines.add(line(number, cast, random));
        }
        // The first words of every customer come in peace, so that the reps' texts find customers to name.
        int first = Math.min(cast.customers(), options.messages() / 4);
        return new Plan(cast, lines, FaultPlan.faults(options, first, random));
    }

    private static Line line(int number, Cast cast, Random random) {
        var introduction = number < cast.customers();
        int customer = introduction ? number : random.nextInt(cast.customers());
        var kind = introduction ? Line.Kind.CUSTOMER_WISH : kind(random.nextInt(100));
        var text =
                switch (kind) {
                    case CUSTOMER_WISH -> Phrases.wish(random, number);
                    case CUSTOMER_TALK, REP_TALK -> Phrases.talk(random, number);
                    case REP_CASE -> Phrases.passedOn(random, cast.company(customer), number);
                    case REP_COMMAND -> Phrases.command(random);
                };
        return new Line(number, kind, customer, text, delivery(random));
    }

    private static Line.Kind kind(int percent) {
        if (percent < 30) {
            return Line.Kind.CUSTOMER_WISH;
        }
        if (percent < 55) {
            return Line.Kind.CUSTOMER_TALK;
        }
        if (percent < 75) {
            return Line.Kind.REP_CASE;
        }
        return percent < 90 ? Line.Kind.REP_TALK : Line.Kind.REP_COMMAND;
    }

    /** Most once; some two or three times at the same moment; some so late that the next ones come before. */
    static DeliveryPlan delivery(Random random) {
        int percent = random.nextInt(100);
        var late = Duration.ofMillis(300 + random.nextInt(1500));
        if (percent < 65) {
            return DeliveryPlan.once();
        }
        if (percent < 90) {
            return DeliveryPlan.atOnce(percent < 75 ? 2 : 3);
        }
        return (percent < 95 ? DeliveryPlan.once() : DeliveryPlan.atOnce(2)).late(late);
    }
}
