package io.genjin.bot.lead;

import io.genjin.bot.dialogue.Agenda;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.cards.WeComText;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadFilter;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Customers to be contacted today, and those whose day has passed. */
@Component
class LeadAgenda implements Agenda {
    private static final int LOOKED_AT = 200;

    private final LeadStore leads;
    private final CustomerStore customers;
    private final PublicUrl url;

    LeadAgenda(LeadStore leads, CustomerStore customers, PublicUrl url) {
        this.leads = leads;
        this.customers = customers;
        this.url = url;
    }

    @Override
    public List<Item> of(Member member, Instant now) {
        LocalDate today = BusinessTime.dayOf(now);
        List<Item> items = new ArrayList<>();
        for (Lead lead :
                leads.page(LeadFilter.openOf(member.id()), null, LOOKED_AT).items()) {
            NextContact next = lead.nextContact();
            if (next != null && !next.day().isAfter(today)) {
                items.add(new Item(next.at(), line(lead, next, today)));
            }
        }
        return items;
    }

    private String line(Lead lead, NextContact next, LocalDate today) {
        String when = next.day().isBefore(today)
                ? "（原定" + BusinessTime.day(next.at()) + "）"
                : next.hasTime() ? BusinessTime.clock(next.at()) + " " : "";
        String customer = customers.require(lead.customerId()).name();
        String link =
                WeComText.link("联系" + customer, url.of("/h5/leads/" + lead.id().value()));
        return next.day().isBefore(today) ? link + when : when + link;
    }
}
