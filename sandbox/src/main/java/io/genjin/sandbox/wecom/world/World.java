package io.genjin.sandbox.wecom.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All state in one place. Whoever reads or changes it holds its monitor; nobody waits for the network meanwhile. */
public final class World {
    /** The only time that counts here. */
    public final SimulatorClock clock;
    /** Announces every change. */
    public final Changes changes = new Changes();
    /** People. */
    public final Directory directory = new Directory();
    /** access_token → whose it is: the application's or 微信客服's (doc 91039: 7200 s). */
    public final ExpiringCodes<TokenOwner> tokens = new ExpiringCodes<>("tk", Duration.ofHours(2));
    /** The openid of somebody who is not in the contacts (doc 91023). */
    public static final String OUTSIDER = "woOutsider0001";
    /** OAuth code → who logs in (doc 91022: once, five minutes). */
    public final ExpiringCodes<String> loginCodes = new ExpiringCodes<>("co", Duration.ofMinutes(5));
    /** response_code → the card it may change (doc 94888: once, 72 h). */
    public final ExpiringCodes<AppMessage> responseCodes = new ExpiringCodes<>("rc", Duration.ofDays(3));
    /** Files. */
    public final MediaShelf media = new MediaShelf();
    /** All frequency limits. */
    public final RateWindow rates = new RateWindow();
    /** task_ids that were ever sent. */
    public final Set<String> usedTaskIds = ConcurrentHashMap.newKeySet();
    /** The application's messages by msgid. */
    public final Map<String, AppMessage> messages = new LinkedHashMap<>();
    /** Groups by chatid or robot key. */
    public final Map<String, GroupChat> groups = new LinkedHashMap<>();
    /** 微信客服. */
    public final KfDesk kf;
    /** Messages that were over a member's rate and reached nobody although the API said ok. */
    public final List<Dropped> dropped = new ArrayList<>();

    private final Map<String, List<ChatLine>> chats = new LinkedHashMap<>();

    /** An empty world. */
    public World(SimulatorClock clock) {
        this.clock = clock;
        this.kf = new KfDesk(clock);
    }

    /** Adds a line to a member's chat with the application. */
    public void addLine(String userId, ChatLine line) {
        chats.computeIfAbsent(Directory.fold(userId), absent -> new ArrayList<>())
                .add(line);
    }

    /** A member's chat with the application, the oldest line first. */
    public List<ChatLine> lines(String userId) {
        return List.copyOf(chats.getOrDefault(Directory.fold(userId), List.of()));
    }

    /** A fresh response code for a card. */
    public String issueResponseCode(AppMessage card) {
        card.codeIssued();
        return responseCodes.issue(card, clock.instant());
    }

    /** Whose access_token it is. */
    public enum TokenOwner {
        /** The self-built application. */
        APP,
        /** 微信客服. */
        KF
    }

    /** A message that was dropped silently. */
    public record Dropped(String userId, String msgId, String type, String taskId) {}
}
