package io.genjin.bot.lead;

import io.genjin.bot.access.PageForbidden;
import io.genjin.bot.access.Viewer;
import io.genjin.crm.Ids;
import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.chat.ChatThread;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.followup.FollowUpStore;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadFilter;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.member.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 线索: the viewer's list, and one lead with its conversation and follow-ups. */
@Controller
class LeadPage {
    private static final int LIST = 100;
    private static final int MESSAGES = 50;

    private final LeadStore leads;
    private final PipelineStore pipeline;
    private final CustomerStore customers;
    private final ChatStore chats;
    private final FollowUpStore followUps;
    private final MemberStore members;
    private final Visibility visibility;

    LeadPage(
            LeadStore leads,
            PipelineStore pipeline,
            CustomerStore customers,
            ChatStore chats,
            FollowUpStore followUps,
            MemberStore members,
            Visibility visibility) {
        this.leads = leads;
        this.pipeline = pipeline;
        this.customers = customers;
        this.chats = chats;
        this.followUps = followUps;
        this.members = members;
        this.visibility = visibility;
    }

    @GetMapping("/h5/leads")
    String list(Viewer viewer, Model model) {
        Set<MemberId> owners = visibility.ownersSeenBy(viewer.member()).orElse(null);
        List<Lead> found =
                leads.page(new LeadFilter(owners, null, null, true), null, LIST).items();
        model.addAttribute("leads", found);
        model.addAttribute("several", owners == null || owners.size() > 1);
        model.addAttribute(
                "customers",
                customers.findAll(found.stream().map(Lead::customerId).toList()).stream()
                        .collect(Collectors.toMap(customer -> customer.id().value(), Customer::name)));
        names(model);
        return "lead/leads";
    }

    @GetMapping("/h5/leads/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        Lead lead = (Ids.isId(id) ? leads.find(new LeadId(id)) : java.util.Optional.<Lead>empty())
                .filter(found -> visibility.maySee(viewer.member(), found.ownerId()))
                .orElseThrow(PageForbidden::new);
        Customer customer = customers.require(lead.customerId());
        model.addAttribute("lead", lead);
        model.addAttribute("customer", customer);
        model.addAttribute("contacts", customers.contactsOf(customer.id()));
        model.addAttribute("followUps", followUps.ofLead(lead.id()));
        model.addAttribute("risks", leads.risksOf(lead.id()));
        model.addAttribute("here", pipeline.current().require(lead.stageId()).position());
        model.addAttribute("messages", conversation(lead, viewer));
        names(model);
        return "lead/lead";
    }

    /** What was said with this customer in conversations that the viewer may see, the latest last. */
    private List<Line> conversation(Lead lead, Viewer viewer) {
        List<Line> lines = new ArrayList<>();
        for (ChatThread thread : chats.threadsOfCustomer(lead.customerId())) {
            MemberId rep = thread.memberId();
            if (rep == null ? viewer.admin() : visibility.maySee(viewer.member(), rep)) {
                String contact = thread.contactId() == null
                        ? "客户"
                        : customers.requireContact(thread.contactId()).name();
                String repName = rep == null ? "" : members.require(rep).name();
                chats.newest(thread.id(), MESSAGES).forEach(message -> lines.add(new Line(message, contact, repName)));
            }
        }
        lines.sort(Comparator.comparing(line -> line.message().sentAt()));
        return lines.subList(Math.max(0, lines.size() - MESSAGES), lines.size());
    }

    /** One message with the names of both sides. */
    public record Line(ChatMessage message, String contact, String rep) {}

    private void names(Model model) {
        Map<String, String> names = members.all().stream()
                .collect(Collectors.toMap(member -> member.id().value(), Member::name, (one, other) -> one));
        model.addAttribute("names", names);
        model.addAttribute("stages", pipeline.current().stages());
    }
}
