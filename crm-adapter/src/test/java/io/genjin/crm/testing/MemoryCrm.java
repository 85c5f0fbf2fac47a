package io.genjin.crm.testing;

import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.chat.MemoryChatStore;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.customer.MemoryCustomerStore;
import io.genjin.crm.followup.FollowUpStore;
import io.genjin.crm.followup.FollowUps;
import io.genjin.crm.followup.MemoryFollowUpStore;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.LeadTie;
import io.genjin.crm.lead.MemoryLeadStore;
import io.genjin.crm.lead.MemoryPipelineStore;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.member.MemoryMemberStore;
import io.genjin.crm.outlet.MemoryOutsideStore;
import io.genjin.crm.outlet.OutsideStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A CRM in memory, for tests without a database. Its work runs one after the other; nothing is rolled back. */
public class MemoryCrm implements TestCrm {
    private final MemberStore members = new MemoryMemberStore();
    private final CustomerStore customers = new MemoryCustomerStore();
    private final PipelineStore pipeline = new MemoryPipelineStore();
    private final ChatStore chats = new MemoryChatStore(customers);
    private final MemoryFollowUpStore followUpStore = new MemoryFollowUpStore();
    private final OutsideStore outside = new MemoryOutsideStore();
    private final LeadStore leads;
    private final FollowUps followUps;

    public MemoryCrm() {
        this(List.of());
    }

    /** @param ties what features above would know of leads */
    public MemoryCrm(List<LeadTie> ties) {
        List<LeadTie> all = new ArrayList<>(ties);
        all.add(followUpStore);
        leads = new MemoryLeadStore(pipeline, customers, all);
        followUps = new FollowUps(followUpStore, leads, pipeline, customers, chats, all);
    }

    @Override
    public MemberStore members() {
        return members;
    }

    @Override
    public CustomerStore customers() {
        return customers;
    }

    @Override
    public PipelineStore pipeline() {
        return pipeline;
    }

    @Override
    public LeadStore leads() {
        return leads;
    }

    @Override
    public ChatStore chats() {
        return chats;
    }

    @Override
    public FollowUpStore followUpStore() {
        return followUpStore;
    }

    @Override
    public FollowUps followUps() {
        return followUps;
    }

    @Override
    public OutsideStore outside() {
        return outside;
    }

    @Override
    public synchronized <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
