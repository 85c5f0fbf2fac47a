package io.genjin.crm.testing;

import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.followup.FollowUpStore;
import io.genjin.crm.followup.FollowUps;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.outlet.OutsideStore;
import java.util.function.Supplier;

/** A whole CRM under test, in memory or on a database. */
public interface TestCrm {
    MemberStore members();

    CustomerStore customers();

    PipelineStore pipeline();

    LeadStore leads();

    ChatStore chats();

    FollowUpStore followUpStore();

    FollowUps followUps();

    OutsideStore outside();

    /** Runs this in one transaction, where there are any. */
    <T> T inTransaction(Supplier<T> work);
}
