package io.genjin.bot.capture;

import io.genjin.bot.dialogue.Question;
import io.genjin.cards.WeComText;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.member.Member;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 新客户叫什么？ */
@Component
class NewCustomerQuestion implements Question {
    static final String TOPIC = "new-customer";

    private final CustomerStore customers;
    private final DraftStore drafts;
    private final DraftOwners owners;
    private final InstantSource clock;

    NewCustomerQuestion(CustomerStore customers, DraftStore drafts, DraftOwners owners, InstantSource clock) {
        this.customers = customers;
        this.drafts = drafts;
        this.owners = owners;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Reply answered(Member member, String about, String answer) {
        Optional<Draft> draft = drafts.lock(new DraftId(about))
                .filter(found -> found.isOpen()
                        && found.customerId() == null
                        && member.id().equals(found.memberId()));
        if (draft.isEmpty()) {
            return new Reply("那份草稿已经处理过了。", true);
        }
        Customer customer = customers.create(answer, clock.instant());
        owners.customerIs(draft.get(), customer.id());
        return new Reply("已记录客户：「" + WeComText.escape(customer.name()) + "」", true);
    }

    @Override
    public String givenUp(String about) {
        return "新客户的名字先不问了，草稿在「我的草稿」里。";
    }
}
