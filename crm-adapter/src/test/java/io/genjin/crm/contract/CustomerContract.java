package io.genjin.crm.contract;

import static io.genjin.crm.contract.Given.NOW;
import static io.genjin.crm.contract.Given.later;
import static io.genjin.crm.contract.Given.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.customer.Dealing;
import io.genjin.crm.customer.Level;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.testing.TestCrm;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class CustomerContract {
    private static final MemberId REP = MemberId.next();

    private CustomerStore customers;

    protected abstract TestCrm crm();

    @BeforeEach
    void begin() {
        customers = crm().customers();
    }

    @Test
    void aNameIsFoundWhateverItsSpacesWidthAndCase() {
        Customer abc = customers.create(" ＡＢＣ 科技 ", NOW);
        assertThat(abc.name()).isEqualTo("ＡＢＣ 科技");
        assertThat(customers.findByName("abc科技")).contains(abc);
        assertThat(customers.findByName("abc")).isEmpty();
        assertThat(customers.create("abc 科技", NOW)).isEqualTo(abc);
    }

    @Test
    void severalThreadsThatMeetANewCustomerMakeOne() {
        List<CustomerId> made = together(6, () -> customers.create("华东快消", NOW).id());
        assertThat(Set.copyOf(made)).hasSize(1);
    }

    @Test
    void anAliasFindsItsCustomerAndBelongsToOneOnly() {
        Customer east = customers.create("华东快消集团", NOW);
        Customer other = customers.create("华南", NOW);
        assertThat(customers.addAlias(east.id(), "华快", NOW)).isTrue();
        assertThat(customers.addAlias(other.id(), "华快", NOW)).isFalse();
        assertThat(customers.addAlias(east.id(), "华南", NOW)).isFalse();
        assertThat(customers.findByName("华快").orElseThrow().aliases()).containsExactly("华快");
        assertThatThrownBy(() -> customers.addAlias(CustomerId.next(), "谁", NOW))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void aNewNameReplacesTheOldOneUnlessItIsTaken() {
        Customer typo = customers.create("华东块消", NOW);
        Customer other = customers.create("华南", NOW);
        assertThat(customers.rename(typo.id(), "华东快消", NOW)).isTrue();
        assertThat(customers.findByName("华东块消")).isEmpty();
        assertThat(customers.findByName("华东快消").orElseThrow().id()).isEqualTo(typo.id());
        assertThat(customers.rename(other.id(), "华东 快消", NOW)).isFalse();
        assertThat(customers.findByName("华南").orElseThrow().id()).isEqualTo(other.id());
        assertThat(customers.rename(CustomerId.next(), "无", NOW)).isFalse();
    }

    @Test
    void aCustomersAliasCanBecomeItsName() {
        Customer east = customers.create("华快", NOW);
        customers.addAlias(east.id(), "华东快消", NOW);
        assertThat(customers.rename(east.id(), "华东快消", NOW)).isTrue();
        Customer renamed = customers.require(east.id());
        assertThat(renamed.name()).isEqualTo("华东快消");
        assertThat(renamed.aliases()).isEmpty();
    }

    @Test
    void whatIsKnownOfACustomerIsKept() {
        Customer east = customers.create("华东快消", NOW);
        assertThat(customers.describe(east.id(), "快消", Level.A, 3, NOW)).isTrue();
        assertThat(customers.require(east.id()))
                .isEqualTo(new Customer(east.id(), "华东快消", List.of(), "快消", Level.A, 3));
        assertThat(customers.describe(east.id(), null, null, 0, NOW)).isTrue();
        assertThat(customers.require(east.id())).isEqualTo(east);
        assertThat(customers.describe(CustomerId.next(), null, null, 0, NOW)).isFalse();
    }

    @Test
    void badNamesAreRefused() {
        assertThatThrownBy(() -> customers.create(" \u3000 ", NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> customers.create("长".repeat(101), NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThat(customers.create("😀".repeat(100), NOW).name()).hasSize(200);
    }

    @Test
    void aSearchTakesItsWordsLiterally() {
        customers.create("百分之100%", NOW);
        customers.create("华东", NOW);
        assertThat(customers.search("%", 10)).extracting(Customer::name).containsExactly("百分之100%");
        assertThat(customers.search("_", 10)).isEmpty();
        assertThat(customers.search("东", 10)).extracting(Customer::name).containsExactly("华东");
    }

    @Test
    void anExternalIdIsOneContactWhoeverMeetsIt() {
        CustomerId east = customers.create("华东", NOW).id();
        CustomerId south = customers.create("华南", NOW).id();
        List<Contact> met = together(6, () -> customers.saveContact(east, "王总", "wm1", NOW));
        assertThat(Set.copyOf(met)).hasSize(1);
        assertThat(customers.saveContact(south, "王先生", "wm1", NOW)).isEqualTo(met.get(0));
        assertThat(customers.findContactByExternalId("wm1")).contains(met.get(0));
        assertThat(customers.findContactByExternalId("WM1")).isEmpty();
    }

    @Test
    void aContactWithoutAnExternalIdIsFoundByNameWithinTheirCustomer() {
        CustomerId east = customers.create("华东", NOW).id();
        CustomerId south = customers.create("华南", NOW).id();
        List<Contact> met = together(4, () -> customers.saveContact(east, "王 总", null, NOW));
        assertThat(Set.copyOf(met)).hasSize(1);
        assertThat(customers.saveContact(south, "王总", null, NOW)).isNotEqualTo(met.get(0));
        assertThat(customers.contactsOf(east)).containsExactly(met.get(0));
    }

    @Test
    void aContactCanBeRenamedAndMoved() {
        CustomerId east = customers.create("华东", NOW).id();
        CustomerId south = customers.create("华南", NOW).id();
        Contact wang = customers.saveContact(east, "微信用户", "wm1", NOW);
        assertThat(customers.renameContact(wang.id(), "王总", NOW)).isTrue();
        assertThat(customers.moveContact(wang.id(), south, NOW)).isTrue();
        assertThat(customers.requireContact(wang.id())).isEqualTo(new Contact(wang.id(), south, "王总", "wm1"));
        assertThat(customers.contactsOf(east)).isEmpty();
    }

    @Test
    void theLatestDealingsComeFirstAndAnOlderMomentChangesNothing() {
        CustomerId east = customers.create("华东", NOW).id();
        CustomerId south = customers.create("华南", NOW).id();
        customers.dealtWith(east, REP, later(10));
        customers.dealtWith(south, REP, later(20));
        customers.dealtWith(east, REP, later(5));
        customers.dealtWith(south, MemberId.next(), later(99));
        assertThat(customers.recentOf(REP, 8))
                .containsExactly(
                        new Dealing(customers.require(south), later(20)),
                        new Dealing(customers.require(east), later(10)));
        assertThat(customers.recentOf(REP, 1)).hasSize(1);
    }

    @Test
    void onlyARepsOwnCustomersAreFoundInATextTheLongestNameFirst() {
        Customer east = customers.create("华东快消", NOW);
        Customer region = customers.create("华东", NOW);
        Customer south = customers.create("华南机械", NOW);
        customers.addAlias(south.id(), "华机", NOW);
        Customer foreign = customers.create("报价公司", NOW);
        List.of(east, region, south).forEach(each -> customers.dealtWith(each.id(), REP, NOW));
        customers.dealtWith(foreign.id(), MemberId.next(), NOW);
        assertThat(customers.namedIn("华东快消要报价公司合同，华机也要", REP))
                .extracting(Customer::id)
                .containsExactly(east.id(), south.id());
        assertThat(customers.namedIn("华东和华 东 快消", REP))
                .extracting(Customer::id)
                .containsExactly(east.id(), region.id());
    }
}
