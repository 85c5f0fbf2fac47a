package io.genjin.bot.capture;

import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.cards.Button;
import io.genjin.cards.ButtonInteraction;
import io.genjin.cards.ButtonSelection;
import io.genjin.cards.Option;
import io.genjin.cards.TaskId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.customer.Dealing;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks whose words these are: the 8 customers dealt with last, 新客户, or 其他 on the page. */
@Component
class WhoseCards {
    static final String KEY = "capture.whose:";
    static final String CUSTOMER = "customer";
    static final String NEW = "new";
    static final String OTHER = "other";
    private static final int NEWEST = 8;

    private final CustomerStore customers;
    private final MemberStore members;
    private final DraftStore drafts;
    private final Outbox outbox;
    private final PublicUrl url;
    private final InstantSource clock;

    WhoseCards(
            CustomerStore customers,
            MemberStore members,
            DraftStore drafts,
            Outbox outbox,
            PublicUrl url,
            InstantSource clock) {
        this.customers = customers;
        this.members = members;
        this.drafts = drafts;
        this.outbox = outbox;
        this.url = url;
        this.clock = clock;
    }

    /** Asks once; what is said from then on is another case, perhaps another customer's. */
    void ask(Draft draft) {
        if (draft.card() != null) {
            return;
        }
        Member rep = members.require(Objects.requireNonNull(draft.memberId()));
        List<Option> options = new ArrayList<>();
        for (Dealing dealing : customers.recentOf(rep.id(), NEWEST)) {
            options.add(new Option(
                    dealing.customer().id().value(), dealing.customer().name()));
        }
        options.add(new Option(NEW, "新客户"));
        options.add(new Option(OTHER, "其他（打开页面选）"));
        String taskId = "whose-" + draft.id().value();
        ButtonInteraction.Builder card = ButtonInteraction.builder(new TaskId(taskId))
                .source("跟进草稿")
                .title("这是哪个客户？", CaptureCards.intents(draft.content()))
                .selection(new ButtonSelection(
                        CUSTOMER, "客户", options, options.get(0).id()))
                .action(url.of("/h5/drafts/" + draft.id().value()))
                .button("就是它", Button.Style.EMPHASIS, KEY + draft.id().value());
        if (!draft.content().quote().isEmpty()) {
            card.quote(null, String.join("\n", draft.content().quote()));
        }
        outbox.send(taskId, rep, Lane.WORK, card.build());
        drafts.shown(draft.id(), taskId, 0, clock.instant());
        drafts.takeNoMoreWords(draft.id());
    }
}
