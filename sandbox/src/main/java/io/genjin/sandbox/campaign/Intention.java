package io.genjin.sandbox.campaign;

import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import java.util.List;
import java.util.Random;

/**
 * What a rep wants of a card.
 *
 * @param buttons the first of these that the card shows is tapped
 * @param phones on how many phones at the same moment
 * @param undo whether 撤销 is tapped afterwards
 * @param how how WeCom delivers the taps
 */
record Intention(List<String> buttons, int phones, boolean undo, DeliveryPlan how) {
    private static final List<String> YES = List.of("确认", "确认所选", "就是它");
    private static final List<String> NO = List.of("不是跟进", "确认所选", "就是它");

    static Intention of(Random random) {
        int percent = random.nextInt(100);
        var how = Plan.delivery(random);
        if (percent < 70) {
            return new Intention(YES, 1, percent < 5, how);
        }
        if (percent < 82) {
            return new Intention(YES, 2, false, how);
        }
        return percent < 95 ? new Intention(NO, 1, false, how) : new Intention(List.of(), 0, false, how);
    }
}
