package io.genjin.sandbox.wecom.callback;

/**
 * How often one callback is delivered although it was answered 200: WeCom's own repeats after lost answers.
 *
 * @param times 1 to 4
 * @param atOnce whether the deliveries run at the same time, each on the next node
 */
public record DeliveryPlan(int times, boolean atOnce) {
    /** Refuses more than WeCom's four deliveries. */
    public DeliveryPlan {
        if (times < 1 || times > 4) {
            throw new IllegalArgumentException("WeCom delivers one to four times, not " + times);
        }
    }

    /** The ordinary case. */
    public static DeliveryPlan once() {
        return new DeliveryPlan(1, false);
    }

    /** One after the other. */
    public static DeliveryPlan times(int times) {
        return new DeliveryPlan(times, false);
    }

    /** All at the same moment, spread over the nodes. */
    public static DeliveryPlan atOnce(int times) {
        return new DeliveryPlan(times, true);
    }
}
