package io.genjin.bot.outbox;

import io.genjin.bot.outbox.SendingLimit.Scope;
import java.util.List;
import java.util.stream.Stream;

/** What one push takes of which limits; all of it or nothing. */
record Charge(List<Item> items) {

    /**
     * @param whose the recipient, where each has windows of their own, else empty
     * @param weight person-times, or 1
     * @param patient takes of the day's quota only as long as a fifth of it is left for others
     */
    record Item(SendingLimit limit, String whose, int weight, boolean patient) {
        String key() {
            return limit + (whose.isEmpty() ? "" : ":" + whose);
        }
    }

    Charge {
        items = List.copyOf(items);
    }

    /** What this push takes; {@code persons} is how many get it, which counts for groups only. */
    static Charge of(Push push, int persons) {
        return switch (push.kind()) {
            case SEND -> again(push, message(push.recipient(), push.lane(), persons));
            case UPDATE ->
                take(
                        push.recipient(),
                        1,
                        false,
                        SendingLimit.UPDATE_MEMBER_MINUTE,
                        SendingLimit.UPDATE_CORP_MINUTE,
                        SendingLimit.UPDATE_CORP_HOUR);
            case RECALL ->
                take(push.recipient(), 1, false, SendingLimit.RECALL_CORP_MINUTE, SendingLimit.RECALL_CORP_HOUR);
            case OUTLET -> new Charge(List.of());
        };
    }

    /** What may be out has been counted for its day, and must not wait for the next one. */
    private static Charge again(Push push, Charge charge) {
        return push.mayBeOut()
                ? new Charge(charge.items.stream()
                        .filter(item -> item.limit() != SendingLimit.QUOTA_DAY)
                        .toList())
                : charge;
    }

    /** A new message. */
    static Charge message(Recipient to, Lane lane, int persons) {
        boolean patient = lane == Lane.DIGEST;
        if (to.isChat()) {
            return new Charge(Stream.concat(
                            take(to, 1, patient, SendingLimit.CHAT_MINUTE, SendingLimit.CHAT_DAY).items.stream(),
                            take(to, persons, patient, SendingLimit.CHAT_CORP_MINUTE, SendingLimit.CHAT_CORP_HOUR)
                                    .items
                                    .stream())
                    .toList());
        }
        if (to.isRobot()) {
            return take(to, 1, patient, SendingLimit.ROBOT_MINUTE);
        }
        return to.memberId().isPresent()
                ? take(to, 1, patient, SendingLimit.MEMBER_MINUTE, SendingLimit.MEMBER_HOUR, SendingLimit.QUOTA_DAY)
                : new Charge(List.of());
    }

    /** A new group. */
    static Charge chatCreated() {
        return new Charge(List.of(new Item(SendingLimit.CHAT_CREATE_DAY, "", 1, false)));
    }

    /** Another name or other people in a group. */
    static Charge chatChanged() {
        return new Charge(List.of(new Item(SendingLimit.CHAT_CHANGE_HOUR, "", 1, false)));
    }

    private static Charge take(Recipient to, int weight, boolean patient, SendingLimit... limits) {
        return new Charge(Stream.of(limits)
                .map(limit -> new Item(limit, shared(limit) ? "" : to.value(), weight, patient))
                .toList());
    }

    private static boolean shared(SendingLimit limit) {
        return limit.scope() == Scope.CORPORATION || limit.scope() == Scope.APPLICATION;
    }
}
