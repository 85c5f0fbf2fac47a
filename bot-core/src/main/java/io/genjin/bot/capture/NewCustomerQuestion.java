package io.genjin.bot.capture;

import io.genjin.bot.customer.CustomerNames;
import io.genjin.bot.dialogue.Question;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.cards.WeComText;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.member.Member;
import io.genjin.nlp.Analyzer;
import io.genjin.nlp.Message;
import io.genjin.nlp.Speaker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 新客户叫什么？ */
@Component
class NewCustomerQuestion implements Question {
    static final String TOPIC = "new-customer";
    private static final Pattern SENTENCE = Pattern.compile("[，。；！？!?\\n]");

    private final CustomerStore customers;
    private final DraftStore drafts;
    private final DraftOwners owners;
    private final Analyzer analyzer;
    private final PublicUrl url;
    private final InstantSource clock;

    NewCustomerQuestion(
            CustomerStore customers,
            DraftStore drafts,
            DraftOwners owners,
            Analyzer analyzer,
            PublicUrl url,
            InstantSource clock) {
        this.customers = customers;
        this.drafts = drafts;
        this.owners = owners;
        this.analyzer = analyzer;
        this.url = url;
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
        if (!CustomerNames.fits(answer)) {
            return new Reply("这个名字记不下，请发 1 到 " + CustomerStore.NAME_LIMIT + " 个字的公司名。", false);
        }
        Customer customer = customers.create(answer, clock.instant());
        owners.customerIs(draft.get(), customer.id());
        String change = WeComText.link("改一下", url.of("/h5/drafts/" + about));
        return new Reply("已记录：「" + WeComText.escape(customer.name()) + "」· " + change, true);
    }

    /** A company's name says nothing of quotes, sums and days, and is no sentence. */
    @Override
    public boolean mayBe(String answer, Instant saidAt) {
        Message said = new Message(Speaker.CUSTOMER, BusinessTime.at(saidAt).toOffsetDateTime(), answer);
        return !SENTENCE.matcher(answer.strip()).find()
                && analyzer.analyze(said).isEmpty();
    }

    @Override
    public String givenUp(String about) {
        return "新客户的名字先不问了，草稿在「我的草稿」里。";
    }
}
