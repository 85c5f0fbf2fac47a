package io.genjin.bot.lead;

import io.genjin.bot.dialogue.Command;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.cards.WeComText;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadFilter;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.Pipeline;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.lead.Stage;
import io.genjin.crm.member.Member;
import java.util.List;
import org.springframework.stereotype.Component;

/** 我的线索. */
@Component
class MyLeadsCommand implements Command {
    private static final int SHOWN = 8;

    private final LeadStore leads;
    private final PipelineStore pipeline;
    private final CustomerStore customers;
    private final PublicUrl url;

    MyLeadsCommand(LeadStore leads, PipelineStore pipeline, CustomerStore customers, PublicUrl url) {
        this.leads = leads;
        this.pipeline = pipeline;
        this.customers = customers;
        this.url = url;
    }

    @Override
    public String word() {
        return "我的线索";
    }

    @Override
    public String promise() {
        return "手上的线索和阶段";
    }

    @Override
    public String answer(Member member, String rest) {
        List<Lead> open =
                leads.page(LeadFilter.openOf(member.id()), null, SHOWN).items();
        if (open.isEmpty()) {
            return "手上还没有线索。确认一份跟进，线索就有了。";
        }
        Pipeline stages = pipeline.current();
        StringBuilder answer = new StringBuilder("手上的线索：");
        for (Lead lead : open) {
            answer.append('\n')
                    .append(WeComText.link(
                            customers.require(lead.customerId()).name(),
                            url.of("/h5/leads/" + lead.id().value())))
                    .append("　")
                    .append(stages.find(lead.stageId()).map(Stage::name).orElse(""));
        }
        return answer.append("\n\n")
                .append(WeComText.link("全部线索", url.of("/h5/leads")))
                .toString();
    }
}
