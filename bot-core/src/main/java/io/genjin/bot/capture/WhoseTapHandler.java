package io.genjin.bot.capture;

import io.genjin.bot.dialogue.Dialogues;
import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.wecom.Callback.CardTap;
import io.genjin.cards.CardUpdate;
import io.genjin.crm.Ids;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.member.Member;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The answer to 这是哪个客户？ */
@Component
class WhoseTapHandler implements InboxHandler<CardTap> {
    private final MemberDirectory directory;
    private final DraftStore drafts;
    private final CustomerStore customers;
    private final DraftOwners owners;
    private final Dialogues dialogues;
    private final Outbox outbox;

    WhoseTapHandler(
            MemberDirectory directory,
            DraftStore drafts,
            CustomerStore customers,
            DraftOwners owners,
            Dialogues dialogues,
            Outbox outbox) {
        this.directory = directory;
        this.drafts = drafts;
        this.customers = customers;
        this.owners = owners;
        this.dialogues = dialogues;
        this.outbox = outbox;
    }

    @Override
    public Class<CardTap> payload() {
        return CardTap.class;
    }

    @Override
    public boolean wants(CardTap tap) {
        return tap.key().startsWith(WhoseCards.KEY) && Ids.isId(tap.key().substring(WhoseCards.KEY.length()));
    }

    @Override
    public Effect handle(CardTap tap) {
        Member tapper = directory.meet(tap.userId());
        DraftId id = new DraftId(tap.key().substring(WhoseCards.KEY.length()));
        return () -> drafts.lock(id)
                .filter(draft -> tapper.active() && tapper.id().equals(draft.memberId()))
                .ifPresent(draft -> settle(tap, draft, tapper));
    }

    private void settle(CardTap tap, Draft draft, Member tapper) {
        if (!draft.isOpen() || draft.customerId() != null) {
            answer(tap, tapper, "已处理");
            return;
        }
        String choice = tap.selected().getOrDefault(WhoseCards.CUSTOMER, List.of()).stream()
                .findFirst()
                .orElse("");
        if (choice.equals(WhoseCards.NEW)) {
            answer(tap, tapper, "新客户");
            dialogues.ask(tapper, NewCustomerQuestion.TOPIC, draft.id().value(), "新客户叫什么？发公司名给我就行。");
            return;
        }
        Optional<Customer> customer = Ids.isId(choice) ? own(tapper, new CustomerId(choice)) : Optional.empty();
        if (customer.isEmpty()) {
            answer(tap, tapper, "点卡片去页面选");
            return;
        }
        answer(tap, tapper, "是" + customer.get().name());
        owners.customerIs(draft, customer.get().id());
    }

    /** The choice must be one that the card could offer. */
    private Optional<Customer> own(Member tapper, CustomerId id) {
        return customers.recentOf(tapper.id(), 100).stream()
                .map(dealing -> dealing.customer())
                .filter(customer -> customer.id().equals(id))
                .findFirst();
    }

    private void answer(CardTap tap, Member tapper, String words) {
        outbox.answerTap(tap.cause(), tapper, tap.taskId(), tap.responseCode(), CardUpdate.replaceName(words));
    }
}
