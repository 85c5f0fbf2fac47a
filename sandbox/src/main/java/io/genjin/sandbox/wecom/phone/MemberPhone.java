package io.genjin.sandbox.wecom.phone;

import io.genjin.sandbox.wecom.callback.Delivery;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.world.ChatLine;
import io.genjin.sandbox.wecom.world.Directory;
import io.genjin.sandbox.wecom.world.Member;
import io.genjin.sandbox.wecom.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A member's phone. Whatever the member does returns when the bot has answered the callback, or WeCom has given up; while
 * callbacks are held back, at once. Taps are refused with {@link IllegalStateException} when the card does not show what
 * is to be tapped.
 */
public final class MemberPhone {
    private final Simulation simulation;
    private final World world;
    private final Taps taps;
    private final String userId;

    /** The phone of that member. */
    public MemberPhone(Simulation simulation, String userId) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.userId = Directory.fold(userId);
        this.taps = new Taps(simulation, this.userId);
        member();
    }

    /** The folded userid. */
    public String userId() {
        return userId;
    }

    /** Who holds it. */
    public Member member() {
        synchronized (world) {
            return world.directory
                    .member(userId)
                    .orElseThrow(() -> new NoSuchElementException("no member " + userId + " in the contacts"));
        }
    }

    /** Types a text to the application. */
    public Delivery sends(String text) {
        return sends(text, simulation.usualPlan());
    }

    /** Types a text, delivered by that plan. */
    public Delivery sends(String text, DeliveryPlan plan) {
        return sends("text", Map.of("content", text), Map.of("Content", text), plan);
    }

    /** Sends a picture; the bot can fetch it by its media id. */
    public Delivery sendsImage() {
        return sendsMedia("image", "photo.png", Samples.png(), Map.of("PicUrl", "https://sandbox.invalid/photo.png"));
    }

    /** Sends a voice message. */
    public Delivery sendsVoice() {
        return sendsMedia("voice", "voice.amr", Samples.amr(), Map.of("Format", "amr"));
    }

    /** Sends a file of any of the types image, voice, video. */
    public Delivery sendsMedia(String type, String fileName, byte[] content, Map<String, String> fields) {
        String mediaId;
        synchronized (world) {
            mediaId = world.media
                    .keep(type, fileName, content, world.clock.instant())
                    .mediaId();
        }
        var all = new LinkedHashMap<>(fields);
        all.put("MediaId", mediaId);
        return sends(type, Map.of("media_id", mediaId), all, simulation.usualPlan());
    }

    /** Sends a position. */
    public Delivery sendsLocation(String label) {
        return sends(
                "location",
                Map.of("content", label),
                Map.of(
                        "Location_X",
                        "31.23",
                        "Location_Y",
                        "121.47",
                        "Scale",
                        "15",
                        "Label",
                        label,
                        "AppType",
                        "wxwork"),
                simulation.usualPlan());
    }

    /** Sends a message of any type with its XML fields, known to WeCom or not. */
    public Delivery sendsRaw(String type, Map<String, String> fields) {
        return sends(type, Map.of("content", "[" + type + "]"), fields, simulation.usualPlan());
    }

    private Delivery sends(String type, Map<String, String> shown, Map<String, String> fields, DeliveryPlan plan) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        shown.forEach(body::put);
        synchronized (world) {
            world.addLine(
                    userId,
                    new ChatLine(UUID.randomUUID().toString(), world.clock.instant(), userId, type, body, null));
        }
        world.changes.happened();
        var xml = simulation.fromMember(userId).with("MsgType", type);
        fields.forEach(xml::with);
        return simulation.deliverMessage(userId, type, xml, plan);
    }

    /** Enters the chat with the application (enter_agent). */
    public Delivery opensApp() {
        return event("enter_agent");
    }

    /** Comes into the application's visible range (subscribe). */
    public Delivery subscribes() {
        return event("subscribe");
    }

    private Delivery event(String event) {
        var xml = simulation
                .fromMember(userId)
                .with("MsgType", "event")
                .with("Event", event)
                .with("EventKey", "");
        return simulation.deliverEvent(new MemberEvent(event, userId, xml, null), simulation.usualPlan());
    }

    /** Taps a button, with what the card has preselected. */
    public Delivery presses(CardView card, String buttonText) {
        return presses(card, buttonText, simulation.usualPlan());
    }

    /** Taps a button; the event is delivered by that plan. */
    public Delivery presses(CardView card, String buttonText, DeliveryPlan plan) {
        return taps.press(card(card), Map.of(), buttonText, plan);
    }

    /** Chooses one option and taps. */
    public Delivery choosesAndPresses(CardView card, String questionKey, String optionId, String buttonText) {
        return choosesAndPresses(card, Map.of(questionKey, List.of(optionId)), buttonText);
    }

    /** Chooses options (question_key → ids) and taps. */
    public Delivery choosesAndPresses(CardView card, Map<String, List<String>> choices, String buttonText) {
        return taps.press(card(card), choices, buttonText, simulation.usualPlan());
    }

    /** Taps what the given view shows, although the card may look different by now: the screen was not refreshed yet. */
    public Delivery pressesAsSeen(CardView seen, String buttonText) {
        return pressesAsSeen(seen, buttonText, simulation.usualPlan());
    }

    /** Taps what the given view shows; the event is delivered by that plan. */
    public Delivery pressesAsSeen(CardView seen, String buttonText, DeliveryPlan plan) {
        return taps.press(seen, Map.of(), buttonText, plan);
    }

    /** Taps an entry of the card's menu (template_card_menu_event). */
    public Delivery picksFromMenu(CardView card, String text) {
        return taps.menu(card(card), text, simulation.usualPlan());
    }

    /** Writes to a customer as servicer of 微信客服 (origin 5); returns the msgid. */
    public String repliesAsServicer(CustomerPhone customer, String text) {
        return customer.hears(userId, text);
    }

    /** The URL as this phone opens it: on this phone's own host name. */
    public String phoneUrl(String url) {
        return url.replaceFirst("^(https?://)[^/:?#]+", "$1" + member().phoneHost());
    }

    /** A fresh OAuth code that names this member, as a page opened on this phone would get it. */
    public String loginCode() {
        synchronized (world) {
            return world.loginCodes.issue(userId, world.clock.instant());
        }
    }

    /** The application's messages, the oldest first, recalled ones included. */
    public List<ReceivedMessage> received() {
        return read(lines -> lines.stream()
                .filter(line -> line.from().equals("app"))
                .map(line -> ReceivedMessage.of(line, userId))
                .toList());
    }

    /** The application's messages without the oldest {@code seen}. */
    public List<ReceivedMessage> receivedSince(int seen) {
        return read(lines -> lines.stream()
                .filter(line -> line.from().equals("app"))
                .skip(seen)
                .map(line -> ReceivedMessage.of(line, userId))
                .toList());
    }

    /** The messages that came after that card. */
    public List<ReceivedMessage> receivedAfter(CardView card) {
        return received().stream()
                .dropWhile(message -> !message.msgId().equals(card.msgId()))
                .skip(1)
                .toList();
    }

    /**
     * The newest message that was not recalled.
     *
     * @throws NoSuchElementException if there is none
     */
    public ReceivedMessage lastMessage() {
        return last(received().stream().filter(message -> !message.recalled()).toList(), "message");
    }

    /** The cards as they look now, the oldest first, recalled ones left out. */
    public List<CardView> cards() {
        return received().stream()
                .flatMap(message -> message.card().stream())
                .filter(card -> !card.isRecalled())
                .toList();
    }

    /**
     * The newest card that was not recalled.
     *
     * @throws NoSuchElementException if there is none
     */
    public CardView lastCard() {
        return last(cards(), "card");
    }

    /** The same card as it looks now. */
    public CardView card(CardView earlier) {
        synchronized (world) {
            return new CardView(earlier.message(), userId);
        }
    }

    /**
     * The card with that task id as it looks now, recalled or not.
     *
     * @throws NoSuchElementException if this phone never showed it
     */
    public CardView card(String taskId) {
        return last(
                received().stream()
                        .flatMap(message -> message.card().stream())
                        .filter(card -> card.taskId().equals(taskId))
                        .toList(),
                "card with task_id " + taskId);
    }

    private <T> T read(Function<List<ChatLine>, T> reading) {
        synchronized (world) {
            return reading.apply(world.lines(userId));
        }
    }

    private <T> T last(List<T> all, String what) {
        if (all.isEmpty()) {
            throw new NoSuchElementException(userId + "'s phone shows no " + what);
        }
        return all.get(all.size() - 1);
    }

    @Override
    public String toString() {
        return userId + "'s phone";
    }
}
