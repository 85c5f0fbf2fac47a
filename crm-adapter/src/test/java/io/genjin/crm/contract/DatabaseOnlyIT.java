package io.genjin.crm.contract;

import static io.genjin.crm.contract.Given.NOW;
import static io.genjin.crm.contract.Given.NO_MAPPING;
import static io.genjin.crm.contract.Given.profile;
import static io.genjin.crm.contract.Given.says;
import static io.genjin.crm.contract.Given.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.chat.ThreadParties;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.NewLead;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.lead.StageId;
import io.genjin.crm.member.MemberId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** What only a real database can get wrong: time zones, transactions, snapshots and locks. */
class DatabaseOnlyIT {
    private static final MemberId LI = MemberId.next();

    private DatabaseCrm crm;

    @BeforeEach
    void begin() {
        crm = DatabaseCrm.emptied();
    }

    @Test
    void instantsReadInUtcWhateverTheConnectionsZone() {
        CustomerId east = crm.customers().create("华东", NOW).id();
        NextContact next = NextContact.at(LocalDate.of(2026, 11, 24), LocalTime.of(15, 0));
        crm.leads().create(new NewLead(east, null, LI, firstStage(), next, null, null), NOW);
        assertThat(crm.jdbc().queryForObject("SELECT CAST(next_contact_at AS CHAR) FROM crm_lead", String.class))
                .isEqualTo("2026-11-24 07:00:00.000");
        assertThat(crm.jdbc().queryForObject("SELECT CAST(created_at AS CHAR) FROM crm_lead", String.class))
                .isEqualTo("2026-11-01 05:30:00.123");
        assertThat(crm.jdbc().queryForObject("SELECT @@session.time_zone", String.class))
                .isEqualTo("+08:00");
    }

    @Test
    void finerDigitsThanMillisecondsAreCutOffAndNotRounded() {
        CustomerId east = crm.customers().create("华东", NOW).id();
        crm.customers().dealtWith(east, LI, NOW.plusNanos(999_999));
        assertThat(crm.customers().recentOf(LI, 1).get(0).lastAt()).isEqualTo(NOW);
    }

    @Test
    void aRolledBackTransactionTakesEverythingAlong() {
        assertThatThrownBy(() -> crm.inTransaction(() -> {
                    CustomerId east = crm.customers().create("华东", NOW).id();
                    Contact wang = crm.customers().saveContact(east, "王总", "wm1", NOW);
                    ThreadId thread = crm.chats()
                            .threadOf(ThreadParties.of(wang, LI), NOW)
                            .id();
                    crm.chats().append(says(thread, "kf:1", "报价", NOW));
                    crm.members().saveFromWeCom(profile("li.na"), NO_MAPPING, NOW);
                    throw new IllegalStateException("the caller's trouble");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(crm.customers().findByName("华东")).isEmpty();
        assertThat(crm.customers().findContactByExternalId("wm1")).isEmpty();
        assertThat(crm.chats().findBySourceKey("kf:1")).isEmpty();
        assertThat(crm.members().all()).isEmpty();
    }

    @Test
    void aDuplicateDoesNotSpoilTheCallersTransaction() {
        CustomerId east = crm.customers().create("华东", NOW).id();
        Contact wang = crm.customers().saveContact(east, "王总", "wm1", NOW);
        ThreadId thread = crm.chats().threadOf(ThreadParties.of(wang, LI), NOW).id();
        crm.chats().append(says(thread, "kf:1", "一", NOW));
        crm.inTransaction(() -> {
            assertThat(crm.chats().append(says(thread, "kf:1", "一", NOW))).isEmpty();
            return crm.chats().append(says(thread, "kf:2", "二", NOW));
        });
        assertThat(crm.chats().newest(thread, 10)).hasSize(2);
    }

    @Test
    void whatSomebodyElseMadeIsFoundThoughOurSnapshotIsOlder() {
        CustomerId known = crm.customers().create("已知", NOW).id();
        crm.inOldSnapshot(() -> {
            crm.customers().require(known);
            List<Object> theirs = together(
                            1,
                            () -> List.<Object>of(
                                    crm.customers().create("华东", NOW),
                                    crm.customers().saveContact(known, "王总", "wm1", NOW),
                                    crm.chats().threadOf(ThreadParties.of(known, LI), NOW)))
                    .get(0);
            assertThat(List.<Object>of(
                            crm.customers().create("华东", NOW),
                            crm.customers().saveContact(known, "王总", "wm1", NOW),
                            crm.chats().threadOf(ThreadParties.of(known, LI), NOW)))
                    .isEqualTo(theirs);
            return null;
        });
    }

    @Test
    void manyMessagesOfSomebodyNewAtOnceComeToNoDeadlock() {
        AtomicInteger number = new AtomicInteger();
        List<Boolean> kept = together(
                8,
                () -> crm.inTransaction(() -> {
                    Customer east = crm.customers().create("华东", NOW);
                    Contact wang = crm.customers().saveContact(east.id(), "王总", "wm1", NOW);
                    ThreadId thread = crm.chats()
                            .threadOf(ThreadParties.of(wang, LI), NOW)
                            .id();
                    return crm.chats()
                            .append(says(thread, "kf:" + number.incrementAndGet(), "报价", NOW))
                            .isPresent();
                }));
        assertThat(kept).hasSize(8).containsOnly(true);
        assertThat(crm.jdbc().queryForObject("SELECT COUNT(*) FROM crm_chat_thread", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void ofTwoMembersGivenAConversationAtOnceOneGetsItsWords() {
        CustomerId east = crm.customers().create("华东", NOW).id();
        Contact wang = crm.customers().saveContact(east, "王总", "wm1", NOW);
        Queue<MemberId> reps = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 6; i++) {
            MemberId rep = MemberId.next();
            crm.chats().threadOf(ThreadParties.of(wang, rep), NOW);
            reps.add(rep);
        }
        ThreadId unowned =
                crm.chats().threadOf(ThreadParties.of(wang, null), NOW).id();
        crm.chats().append(says(unowned, "kf:1", "报价", NOW));
        List<Boolean> given = together(6, () -> {
            MemberId rep = Objects.requireNonNull(reps.poll());
            return crm.chats().assign(unowned, rep).isPresent();
        });
        assertThat(given).containsOnlyOnce(true);
    }

    @Test
    void membersMetAtOnceFindEachOther() {
        AtomicInteger number = new AtomicInteger();
        together(6, () -> {
            int n = number.incrementAndGet();
            return crm.members().saveFromWeCom(profile("m" + n, "m" + (n - 1)), NO_MAPPING, NOW);
        });
        MemberId top = crm.members().findByUserId("m1").orElseThrow().id();
        assertThat(crm.members().reportsOf(top)).hasSize(5);
    }

    @Test
    void locksNeedATransaction() {
        CustomerId east = crm.customers().create("华东", NOW).id();
        Lead lead = crm.leads().create(NewLead.inStage(firstStage(), east, null, LI), NOW);
        LeadId id = lead.id();
        assertThatThrownBy(() -> crm.leads().lock(id)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> crm.customers().lock(east)).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(crm.inTransaction(() -> crm.leads().lock(id))).contains(lead);
    }

    private StageId firstStage() {
        return crm.pipeline().current().first().id();
    }
}
