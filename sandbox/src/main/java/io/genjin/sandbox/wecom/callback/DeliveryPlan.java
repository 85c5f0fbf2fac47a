package io.genjin.sandbox.wecom.callback;

import java.time.Duration;

/**
 * How often one callback is delivered although it was answered 200: WeCom's own repeats after lost answers.
 *
 * @param times 1 to 4
 * @param atOnce whether the deliveries run at the same time, each on the next node
 * @param after how long it is on its way before the first delivery, so that later callbacks come before it
 */
public record DeliveryPlan(int times, boolean atOnce, Duration after) {
    /** Refuses more than WeCom's four deliveries. */
    public DeliveryPlan {
        if (times < 1 || times > 4) {
            throw new IllegalArgumentException("WeCom delivers one to four times, not " + times);
        }
        if (after.isNegative()) {
            throw new IllegalArgumentException("a callback is not delivered before it is due: " + after);
        }
    }

    /** The ordinary case. */
    public static DeliveryPlan once() {
        return times(1);
    }

    /** One after the other. */
    public static DeliveryPlan times(int times) {
        return new DeliveryPlan(times, false, Duration.ZERO);
    }

    /** All at the same moment, spread over the nodes. */
    public static DeliveryPlan atOnce(int times) {
        return new DeliveryPlan(times, true, Duration.ZERO);
    }

    /** The same, but on its way for so long. */
    public DeliveryPlan late(Duration by) {
        return new DeliveryPlan(times, atOnce, by);
    }
}
