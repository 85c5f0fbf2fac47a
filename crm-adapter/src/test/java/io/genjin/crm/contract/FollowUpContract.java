package io.genjin.crm.contract;

import static io.genjin.crm.contract.Given.NOW;
import static io.genjin.crm.contract.Given.draft;
import static io.genjin.crm.contract.Given.later;
import static io.genjin.crm.contract.Given.says;
import static io.genjin.crm.contract.Given.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.Slice;
import io.genjin.crm.Yuan;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.chat.ThreadParties;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.followup.FieldChange;
import io.genjin.crm.followup.FollowUp;
import io.genjin.crm.followup.FollowUpFilter;
import io.genjin.crm.followup.FollowUpId;
import io.genjin.crm.followup.LeadField;
import io.genjin.crm.followup.LeadFields;
import io.genjin.crm.followup.NewFollowUp;
import io.genjin.crm.followup.Withdrawal;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadFilter;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.NewLead;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.lead.RiskKind;
import io.genjin.crm.lead.StageId;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.testing.TestCrm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class FollowUpContract {
    private static final MemberId LI = MemberId.next();
    private static final NextContact TOMORROW = NextContact.at(LocalDate.of(2026, 11, 24), LocalTime.of(15, 0));
    private static final Yuan AMOUNT = Yuan.of("128000");

    private TestCrm crm;
    private Customer east;
    private Contact wang;
    private ThreadId thread;

    protected abstract TestCrm crm();

    @BeforeEach
    void begin() {
        crm = crm();
        east = crm.customers().create("华东快消", NOW);
        wang = crm.customers().saveContact(east.id(), "王总", "wm1", NOW);
        thread = crm.chats().threadOf(ThreadParties.of(wang, LI), NOW).id();
    }

    @Test
    void aConfirmedDraftMakesTheLeadAndTheFollowUp() {
        NewFollowUp draft = draftOf(null, east.id(), full(null));
        FollowUp followUp = record(draft, NOW);
        Lead lead = crm.leads().require(followUp.leadId());
        assertThat(lead.ownerId()).isEqualTo(LI);
        assertThat(lead.contactId()).isEqualTo(wang.id());
        assertThat(lead.stageId()).isEqualTo(stage("需求诊断"));
        assertThat(lead.nextContact()).isEqualTo(TOMORROW);
        assertThat(lead.coreNeed()).isEqualTo("50 个账号的报价");
        assertThat(lead.expectedAmount()).isEqualTo(AMOUNT);
        assertThat(followUp.leadCreated()).isTrue();
        assertThat(crm.followUpStore().require(followUp.id())).isEqualTo(followUp);
        assertThat(crm.followUpStore().byDraft(draft.draftId())).contains(followUp);
        assertThat(followUp.changes())
                .contains(
                        new FieldChange(LeadField.CORE_NEED, null, "50 个账号的报价"),
                        new FieldChange(LeadField.EXPECTED_AMOUNT, null, "128000"));
    }

    @Test
    void theSameDraftAgainChangesNothing() {
        NewFollowUp draft = draftOf(null, east.id(), full(null));
        FollowUp first = record(draft, NOW);
        assertThat(record(draft, later(60))).isEqualTo(first);
        assertThat(crm.leads().require(first.leadId()).version()).isEqualTo(1);
        assertThat(crm.followUpStore().ofLead(first.leadId())).containsExactly(first);
    }

    @Test
    void aDraftConfirmedOnManyPhonesAtOnceIsOneFollowUpOnOneLead() {
        NewFollowUp draft = draftOf(null, east.id(), full(null));
        List<FollowUp> made = together(6, () -> record(draft, NOW));
        assertThat(made.stream().map(FollowUp::id).distinct()).hasSize(1);
        assertThat(crm.leads().page(LeadFilter.all(), null, 10).items()).hasSize(1);
    }

    @Test
    void manyDraftsOfANewCustomerAtOnceShareOneLead() {
        List<FollowUp> made = together(6, () -> record(draftOf(null, east.id(), full(null)), NOW));
        assertThat(made.stream().map(FollowUp::leadId).distinct()).hasSize(1);
        assertThat(made.stream().filter(FollowUp::leadCreated)).hasSize(1);
        assertThat(crm.leads().require(made.get(0).leadId()).version()).isEqualTo(6);
    }

    @Test
    void whatTheDraftDoesNotSayStaysAsItWas() {
        Lead lead = lead();
        FollowUp followUp = record(draftOf(lead.id(), east.id(), LeadFields.unchanged()), NOW);
        assertThat(followUp.changes()).isEmpty();
        Lead after = crm.leads().require(lead.id());
        assertThat(after.coreNeed()).isEqualTo("试用");
        assertThat(after.nextContact()).isEqualTo(TOMORROW);
        assertThat(after.version()).isEqualTo(2);
    }

    @Test
    void undecidedTakesTheNextContactAway() {
        Lead lead = lead();
        FollowUp followUp =
                record(draftOf(lead.id(), east.id(), new LeadFields(null, null, null, true, null, null)), NOW);
        assertThat(crm.leads().require(lead.id()).nextContact()).isNull();
        withdraw(followUp);
        assertThat(crm.leads().require(lead.id()).nextContact()).isEqualTo(TOMORROW);
    }

    @Test
    void takingItBackPutsBackWhatNobodyChangedSince() {
        Lead lead = lead();
        FollowUp followUp = record(draftOf(lead.id(), east.id(), full(null)), NOW);
        Lead changed = crm.leads().require(lead.id());
        crm.leads().update(changed.withCoreNeed("别人写的"), changed.version(), later(5));
        assertThat(withdraw(followUp)).isEqualTo(Withdrawal.DONE);
        Lead after = crm.leads().require(lead.id());
        assertThat(after.coreNeed()).isEqualTo("别人写的");
        assertThat(after.stageId()).isEqualTo(lead.stageId());
        assertThat(after.nextContact()).isEqualTo(TOMORROW);
        assertThat(after.expectedAmount()).isNull();
    }

    @Test
    void aWithdrawnFollowUpIsKeptMarkedAndOutOfLists() {
        FollowUp followUp = record(draftOf(lead().id(), east.id(), full(null)), NOW);
        withdraw(followUp);
        assertThat(crm.followUpStore().require(followUp.id()).withdrawnAt()).isEqualTo(later(100));
        assertThat(crm.followUpStore().page(FollowUpFilter.all(), null, 10).items())
                .isEmpty();
        assertThat(crm.followUpStore()
                        .page(new FollowUpFilter(null, null, null, true), null, 10)
                        .items())
                .hasSize(1);
    }

    @Test
    void ofManyUndosOneWins() {
        FollowUp followUp = record(draftOf(lead().id(), east.id(), full(null)), NOW);
        assertThat(together(4, () -> withdraw(followUp))).containsOnlyOnce(Withdrawal.DONE);
        assertThat(withdraw(followUp)).isEqualTo(Withdrawal.ALREADY_WITHDRAWN);
    }

    @Test
    void onlyWhoConfirmedMayTakeItBack() {
        FollowUp followUp = record(draftOf(lead().id(), east.id(), full(null)), NOW);
        assertThat(crm.inTransaction(() -> crm.followUps().withdraw(followUp.id(), MemberId.next(), later(100))))
                .isEqualTo(Withdrawal.NOT_YOURS);
        assertThat(crm.followUpStore().require(followUp.id()).isWithdrawn()).isFalse();
        assertThatThrownBy(() -> crm.inTransaction(() -> crm.followUps().withdraw(FollowUpId.next(), LI, NOW)))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void whatALaterFollowUpStandsOnStays() {
        LeadId lead = lead().id();
        FollowUp first = record(draftOf(lead, east.id(), full(null)), NOW);
        FollowUp second = record(draftOf(lead, east.id(), LeadFields.unchanged()), NOW);
        assertThat(withdraw(first)).isEqualTo(Withdrawal.STOOD_ON);
        assertThat(withdraw(second)).isEqualTo(Withdrawal.DONE);
        assertThat(withdraw(first)).isEqualTo(Withdrawal.DONE);
    }

    @Test
    void aLeadMadeByTheFollowUpGoesWithIt() {
        FollowUp followUp = record(draftOf(null, east.id(), full(null)), NOW);
        assertThat(withdraw(followUp)).isEqualTo(Withdrawal.DONE);
        assertThat(crm.leads().find(followUp.leadId())).isEmpty();
        FollowUp again = record(draftOf(followUp.leadId(), east.id(), full(null)), later(200));
        assertThat(again.leadCreated()).isTrue();
    }

    @Test
    void aLeadMadeByTheFollowUpStaysWhenSomethingElseHangsOnIt() {
        FollowUp noted = record(draftOf(null, east.id(), full(null)), NOW);
        crm.leads().addRisk(noted.leadId(), RiskKind.REFUSAL, "先不报价了", later(3));
        withdraw(noted);
        Lead lead = crm.leads().require(noted.leadId());
        assertThat(lead.coreNeed()).isNull();
        assertThat(lead.expectedAmount()).isNull();
    }

    @Test
    void aLeadMadeByTheFollowUpStaysWhenSomebodyWroteOnItSince() {
        FollowUp followUp = record(draftOf(null, east.id(), full(null)), NOW);
        Lead lead = crm.leads().require(followUp.leadId());
        crm.leads().update(lead.withCoreNeed("别人写的"), lead.version(), later(5));
        withdraw(followUp);
        assertThat(crm.leads().require(lead.id()).coreNeed()).isEqualTo("别人写的");
    }

    @Test
    void anUnknownNameRenamesTheCustomerAndGoesBack() {
        FollowUp followUp = record(draftOf(lead().id(), east.id(), full("华东快消集团")), NOW);
        assertThat(crm.customers().require(east.id()).name()).isEqualTo("华东快消集团");
        withdraw(followUp);
        assertThat(crm.customers().require(east.id()).name()).isEqualTo("华东快消");
    }

    @Test
    void aKnownNameMovesLeadAndContactToThatCustomerAndBack() {
        CustomerId south = crm.customers().create("华南机械", NOW).id();
        crm.customers().addAlias(south, "华机", NOW);
        LeadId lead = lead().id();
        FollowUp followUp = record(draftOf(lead, east.id(), full("华机")), NOW);
        assertThat(crm.leads().require(lead).customerId()).isEqualTo(south);
        assertThat(crm.customers().requireContact(wang.id()).customerId()).isEqualTo(south);
        assertThat(crm.chats().requireThread(thread).customerId()).isEqualTo(south);
        assertThat(crm.customers().require(east.id()).name()).isEqualTo("华东快消");
        withdraw(followUp);
        assertThat(crm.leads().require(lead).customerId()).isEqualTo(east.id());
        assertThat(crm.customers().requireContact(wang.id()).customerId()).isEqualTo(east.id());
        assertThat(crm.chats().requireThread(thread).customerId()).isEqualTo(east.id());
    }

    @Test
    void aNewLeadIsMadeForTheCustomerThatTheDraftNames() {
        CustomerId south = crm.customers().create("华南机械", NOW).id();
        FollowUp followUp = record(draftOf(null, east.id(), full("华南机械")), NOW);
        assertThat(crm.leads().require(followUp.leadId()).customerId()).isEqualTo(south);
        withdraw(followUp);
        assertThat(crm.leads().find(followUp.leadId())).isEmpty();
        assertThat(crm.customers().requireContact(wang.id()).customerId()).isEqualTo(east.id());
    }

    @Test
    void anUnknownStageIsRefusedAndNothingIsWritten() {
        LeadFields fields = new LeadFields(null, StageId.next(), null, false, null, null);
        NewFollowUp draft = draftOf(null, east.id(), fields);
        assertThatThrownBy(() -> record(draft, NOW)).isInstanceOf(NoSuchRecord.class);
        assertThat(crm.followUpStore().byDraft(draft.draftId())).isEmpty();
    }

    @Test
    void aListShowsWhatItsFilterAsksForInSlices() {
        LeadId lead = lead().id();
        FollowUp first = record(draftOf(lead, east.id(), LeadFields.unchanged()), NOW);
        FollowUp second = record(draftOf(lead, east.id(), LeadFields.unchanged()), later(10));
        Slice<FollowUp> begin = crm.followUpStore().page(FollowUpFilter.all(), null, 1);
        assertThat(begin.items()).containsExactly(second);
        assertThat(crm.followUpStore()
                        .page(FollowUpFilter.all(), begin.nextCursor(), 1)
                        .items())
                .containsExactly(first);
        assertThat(ids(new FollowUpFilter(lead, Set.of(LI), later(10), false))).containsExactly(second.id());
        assertThat(ids(new FollowUpFilter(LeadId.next(), null, null, false))).isEmpty();
        assertThat(ids(new FollowUpFilter(null, Set.of(), null, false))).isEmpty();
        assertThat(ids(new FollowUpFilter(null, Set.of(MemberId.next()), null, false)))
                .isEmpty();
        assertThat(crm.followUpStore().ofLead(lead)).containsExactly(second, first);
    }

    @Test
    void aFollowUpCountsAsDealingWithTheCustomer() {
        crm.chats().append(says(thread, "kf:1", "报价", NOW));
        record(draftOf(lead().id(), east.id(), LeadFields.unchanged()), later(500));
        assertThat(crm.customers().recentOf(LI, 1).get(0).lastAt()).isEqualTo(later(500));
    }

    private Lead lead() {
        return crm.leads().create(new NewLead(east.id(), wang.id(), LI, stage("初步接触"), TOMORROW, "试用", null), NOW);
    }

    private NewFollowUp draftOf(LeadId lead, CustomerId customer, LeadFields fields) {
        return new NewFollowUp(
                draft(),
                lead,
                customer,
                wang.id(),
                LI,
                thread,
                Set.of(SignalIntent.QUOTE, SignalIntent.CONTRACT),
                List.of("要 50 个账号的报价", "预算 12.8 万"),
                "有点贵",
                "李娜明天下午发报价",
                "麻烦把50个账号的报价单发我",
                AMOUNT,
                fields);
    }

    private LeadFields full(String customerName) {
        return new LeadFields(customerName, stage("需求诊断"), TOMORROW, false, "50 个账号的报价", AMOUNT);
    }

    private FollowUp record(NewFollowUp draft, Instant now) {
        return crm.inTransaction(() -> crm.followUps().record(draft, now));
    }

    private Withdrawal withdraw(FollowUp followUp) {
        return crm.inTransaction(() -> crm.followUps().withdraw(followUp.id(), LI, later(100)));
    }

    private StageId stage(String name) {
        return crm.pipeline().current().named(name).orElseThrow().id();
    }

    private List<FollowUpId> ids(FollowUpFilter filter) {
        return crm.followUpStore().page(filter, null, 10).items().stream()
                .map(FollowUp::id)
                .toList();
    }
}
