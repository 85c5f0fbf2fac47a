package io.genjin.crm.contract;

import static io.genjin.crm.contract.Given.NOW;
import static io.genjin.crm.contract.Given.later;
import static io.genjin.crm.contract.Given.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.Slice;
import io.genjin.crm.Yuan;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.Dealing;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadFilter;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.LeadMatch;
import io.genjin.crm.lead.LeadMatcher;
import io.genjin.crm.lead.LeadRisk;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.NewLead;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.lead.RiskKind;
import io.genjin.crm.lead.StageId;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.testing.TestCrm;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class LeadContract {
    private static final MemberId LI = MemberId.next();
    private static final MemberId ZHAO = MemberId.next();

    private TestCrm crm;
    private LeadStore leads;
    private CustomerId east;

    protected abstract TestCrm crm();

    @BeforeEach
    void begin() {
        crm = crm();
        leads = crm.leads();
        east = crm.customers().create("华东快消", NOW).id();
    }

    @Test
    void aLeadIsReadAsItWasWritten() {
        NextContact tomorrow = NextContact.at(LocalDate.of(2026, 11, 24), LocalTime.of(15, 0));
        NewLead draft = new NewLead(east, null, LI, stage("需求诊断"), tomorrow, "要 50 个账号的报价 😀", Yuan.of("128000.5"));
        Lead lead = leads.create(draft, NOW);
        assertThat(leads.require(lead.id())).isEqualTo(lead);
        assertThat(lead.version()).isEqualTo(1);
        assertThat(lead.createdAt()).isEqualTo(NOW);
        assertThat(leads.findAll(List.of(lead.id(), LeadId.next()))).containsExactly(lead);
        assertThat(crm.customers().recentOf(LI, 1)).extracting(Dealing::lastAt).containsExactly(NOW);
        assertThatThrownBy(() -> leads.require(LeadId.next())).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void ofTwoChangesFromOneVersionOnlyTheFirstIsWritten() {
        Lead lead = create(LI);
        Lead changed = lead.withCoreNeed("报价").withNextContact(NextContact.on(LocalDate.of(2026, 12, 1)));
        assertThat(leads.update(changed, 1, later(1))).isTrue();
        assertThat(leads.update(lead.withCoreNeed("试用"), 1, later(2))).isFalse();
        Lead now = leads.require(lead.id());
        assertThat(now.coreNeed()).isEqualTo("报价");
        assertThat(now.nextContact()).isEqualTo(NextContact.on(LocalDate.of(2026, 12, 1)));
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.updatedAt()).isEqualTo(later(1));
        assertThat(leads.update(now.withNextContact(null).withCoreNeed(null), 2, later(3)))
                .isTrue();
        assertThat(leads.require(lead.id()).nextContact()).isNull();
    }

    @Test
    void ofManyChangesAtOnceOneWins() {
        Lead lead = create(LI);
        List<Boolean> won = together(6, () -> leads.update(lead.withCoreNeed("报价"), 1, NOW));
        assertThat(won).containsOnlyOnce(true);
        assertThat(leads.require(lead.id()).version()).isEqualTo(2);
    }

    @Test
    void theRepsOwnNewestOpenLeadComesFirst() {
        LeadMatcher matcher = new LeadMatcher(leads, crm.pipeline());
        assertThat(matcher.match(east, LI))
                .isEqualTo(new LeadMatch.Fresh(crm.pipeline().current().first()));
        Lead older = create(LI);
        Lead own = create(LI);
        Lead others = create(ZHAO);
        assertThat(matcher.match(east, LI)).isEqualTo(new LeadMatch.Own(own));
        move(own, "赢单");
        assertThat(matcher.match(east, LI)).isEqualTo(new LeadMatch.Own(older));
        move(older, "输单");
        assertThat(matcher.match(east, LI)).isEqualTo(new LeadMatch.SomebodyElses(others));
        move(others, "输单");
        assertThat(matcher.match(east, LI)).isInstanceOf(LeadMatch.Fresh.class);
        assertThat(leads.page(LeadFilter.all(), null, 10).items()).hasSize(3);
    }

    @Test
    void aListComesInSlicesTheNewestFirst() {
        Lead first = create(LI);
        Lead second = create(ZHAO);
        Lead third = create(LI);
        Slice<Lead> begin = leads.page(LeadFilter.all(), null, 2);
        assertThat(begin.items()).containsExactly(third, second);
        Slice<Lead> end = leads.page(LeadFilter.all(), begin.nextCursor(), 2);
        assertThat(end.items()).containsExactly(first);
        assertThat(end.nextCursor()).isNull();
    }

    @Test
    void aListShowsWhatItsFilterAsksFor() {
        Lead li = create(LI);
        Lead zhao = create(ZHAO);
        move(zhao, "赢单");
        CustomerId south = crm.customers().create("华南", NOW).id();
        assertThat(ids(new LeadFilter(Set.of(LI), null, null, false))).containsExactly(li.id());
        assertThat(ids(new LeadFilter(Set.of(), null, null, false))).isEmpty();
        assertThat(ids(new LeadFilter(null, south, null, false))).isEmpty();
        assertThat(ids(new LeadFilter(null, east, stage("赢单"), false))).containsExactly(zhao.id());
        assertThat(ids(new LeadFilter(null, null, null, true))).containsExactly(li.id());
        assertThat(ids(LeadFilter.openOf(ZHAO))).isEmpty();
    }

    @Test
    void aRiskIsNotedOnce() {
        Lead lead = create(LI);
        assertThat(leads.addRisk(lead.id(), RiskKind.REFUSAL, "先不报价了", NOW)).isTrue();
        assertThat(leads.addRisk(lead.id(), RiskKind.REFUSAL, "先不报价了", NOW)).isFalse();
        assertThat(leads.addRisk(lead.id(), RiskKind.REFUSAL, "太贵", later(5))).isTrue();
        assertThat(leads.risksOf(lead.id()))
                .containsExactly(
                        new LeadRisk(lead.id(), RiskKind.REFUSAL, "太贵", later(5)),
                        new LeadRisk(lead.id(), RiskKind.REFUSAL, "先不报价了", NOW));
        assertThatThrownBy(() -> leads.addRisk(LeadId.next(), RiskKind.REFUSAL, "", NOW))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void onlyABareLeadIsRemoved() {
        Lead noted = create(LI);
        leads.addRisk(noted.id(), RiskKind.REFUSAL, "先不报价了", NOW);
        assertThat(leads.deleteIfNothingHangsOnIt(noted.id(), 1)).isFalse();
        Lead changed = create(LI);
        move(changed, "需求诊断");
        assertThat(leads.deleteIfNothingHangsOnIt(changed.id(), 1)).isFalse();
        Lead bare = create(LI);
        assertThat(leads.deleteIfNothingHangsOnIt(bare.id(), 1)).isTrue();
        assertThat(leads.find(bare.id())).isEmpty();
    }

    private Lead create(MemberId owner) {
        return leads.create(NewLead.inStage(crm.pipeline().current().first().id(), east, null, owner), NOW);
    }

    private void move(Lead lead, String stage) {
        assertThat(leads.update(lead.withStage(stage(stage)), lead.version(), later(1)))
                .isTrue();
    }

    private StageId stage(String name) {
        return crm.pipeline().current().named(name).orElseThrow().id();
    }

    private List<LeadId> ids(LeadFilter filter) {
        return leads.page(filter, null, 10).items().stream().map(Lead::id).toList();
    }
}
