package io.genjin.crm.contract;

import static io.genjin.crm.contract.Given.NOW;
import static io.genjin.crm.contract.Given.NO_MAPPING;
import static io.genjin.crm.contract.Given.later;
import static io.genjin.crm.contract.Given.profile;
import static io.genjin.crm.contract.Given.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.member.Role;
import io.genjin.crm.member.RoleMapping;
import io.genjin.crm.member.Visibility;
import io.genjin.crm.member.WeComDepartment;
import io.genjin.crm.member.WeComMember;
import io.genjin.crm.member.WeComStatus;
import io.genjin.crm.testing.TestCrm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class MemberContract {
    private MemberStore members;

    protected abstract TestCrm crm();

    @BeforeEach
    void begin() {
        members = crm().members();
    }

    @Test
    void somebodyNewIsInSalesAndFoundInAnyCase() {
        Member li = save("Li.Na");
        assertThat(li.userId()).isEqualTo("li.na");
        assertThat(li.roles()).containsExactly(Role.SALES);
        assertThat(members.findByUserId(" LI.NA ")).contains(li);
        assertThat(members.require(li.id())).isEqualTo(li);
        assertThat(members.findByUserId("")).isEmpty();
        assertThatThrownBy(() -> members.require(MemberId.next())).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void theSameProfileTwiceIsOneMember() {
        MemberId first = save("li.na").id();
        assertThat(save("LI.NA").id()).isEqualTo(first);
        assertThat(members.all()).hasSize(1);
    }

    @Test
    void severalThreadsThatMeetSomebodyNewMakeOneMember() {
        List<MemberId> met = together(6, () -> save("li.na").id());
        assertThat(Set.copyOf(met)).hasSize(1);
        assertThat(members.all()).hasSize(1);
    }

    @Test
    void rolesComeFromTheMappingUntilAnAdministratorSetsThem() {
        RoleMapping mapping = new RoleMapping(Set.of("BOSS"), Map.of(7L, Set.of(Role.PRESALES)), Map.of());
        WeComMember profile = profile("zhao", 7L, List.of());
        Member zhao = members.saveFromWeCom(profile, mapping, NOW);
        assertThat(zhao.roles()).containsExactly(Role.PRESALES);
        assertThat(members.setRoles(zhao.id(), Set.of(Role.FINANCE, Role.SALES), NOW))
                .isTrue();
        assertThat(members.saveFromWeCom(profile, mapping, later(60)).roles())
                .containsExactlyInAnyOrder(Role.FINANCE, Role.SALES);
        assertThat(members.saveFromWeCom(profile("boss"), mapping, NOW).roles())
                .containsExactlyInAnyOrder(Role.SALES, Role.ADMIN);
    }

    @Test
    void aConfiguredAdministratorStaysOne() {
        RoleMapping mapping = RoleMapping.adminsOnly(Set.of("boss"));
        Member boss = members.saveFromWeCom(profile("boss"), mapping, NOW);
        members.setRoles(boss.id(), Set.of(Role.MANAGER), NOW);
        assertThat(members.saveFromWeCom(profile("boss"), mapping, NOW).roles())
                .containsExactlyInAnyOrder(Role.MANAGER, Role.ADMIN);
    }

    @Test
    void theManagerIsFoundEvenWhenTheyComeLater() {
        Member li = save("li.na", "wang");
        assertThat(li.managerId()).isNull();
        Member wang = save("wang");
        assertThat(members.require(li.id()).managerId()).isEqualTo(wang.id());
        assertThat(members.reportsOf(wang.id())).containsExactly(li.id());
    }

    @Test
    void aDepartmentsLeaderLeadsItsMembers() {
        members.saveDepartments(
                List.of(new WeComDepartment(1, "公司", 0, List.of("Top")), new WeComDepartment(2, "华东", 1, List.of())),
                NOW);
        members.saveAllFromWeCom(
                List.of(profile("li.na", 2L, List.of()), profile("wang", 2L, List.of(2L)), profile("top")),
                NO_MAPPING,
                NOW);
        assertThat(managerOf("li.na")).isEqualTo(idOf("wang"));
        assertThat(managerOf("wang")).isEqualTo(idOf("top"));
        assertThat(members.reportsOf(idOf("top"))).containsExactlyInAnyOrder(idOf("li.na"), idOf("wang"));
    }

    @Test
    void anAdministratorsManagerHoldsWhereWeComNamesNoneAndSurvivesSynchronisation() {
        Member li = save("li.na");
        Member wang = save("wang");
        assertThat(members.setManager(li.id(), wang.id(), NOW)).isTrue();
        assertThat(save("li.na").managerId()).isEqualTo(wang.id());
        assertThat(save("li.na", "zhao").managerId()).isEqualTo(wang.id());
        Member zhao = save("zhao");
        assertThat(managerOf("li.na")).isEqualTo(zhao.id());
        assertThat(members.setManager(li.id(), li.id(), NOW)).isFalse();
        assertThat(members.setManager(li.id(), MemberId.next(), NOW)).isFalse();
        assertThat(members.setManager(MemberId.next(), wang.id(), NOW)).isFalse();
        assertThat(members.setManager(li.id(), null, NOW)).isTrue();
    }

    @Test
    void aLeaverStaysAsARowAndLeadsNobody() {
        save("li.na", "wang");
        save("wang");
        assertThat(members.markLeft("WANG", NOW)).isTrue();
        assertThat(members.markLeft("wang", NOW)).isFalse();
        assertThat(members.findByUserId("wang"))
                .hasValueSatisfying(wang -> assertThat(wang.active()).isFalse());
        assertThat(members.active()).extracting(Member::userId).containsExactly("li.na");
        assertThat(members.all()).hasSize(2);
        assertThat(managerOf("li.na")).isNull();
    }

    @Test
    void whoeverWeComCallsLeftIsNotActive() {
        WeComMember left = new WeComMember(
                "gone", "走了", List.of(), null, List.of(), List.of(), null, WeComStatus.of(5), List.of());
        assertThat(members.saveFromWeCom(left, NO_MAPPING, NOW).active()).isFalse();
        assertThat(save("gone").active()).isTrue();
    }

    @Test
    void aNewUserIdKeepsTheMemberAndThoseTheyLead() {
        Member li = save("li.na", "wang");
        Member wang = save("wang");
        assertThat(members.rename("Wang", "wang.wei", NOW)).isTrue();
        assertThat(members.findByUserId("wang")).isEmpty();
        assertThat(idOf("wang.wei")).isEqualTo(wang.id());
        assertThat(members.require(li.id()).managerId()).isEqualTo(wang.id());
        assertThat(members.rename("li.na", "wang.wei", NOW)).isFalse();
        assertThat(members.rename("nobody", "somebody", NOW)).isFalse();
    }

    @Test
    void aCircleOfManagersComesToAnEnd() {
        save("a", "b");
        save("b", "c");
        save("c", "a");
        assertThat(members.reportsOf(idOf("a"))).containsExactlyInAnyOrder(idOf("b"), idOf("c"));
    }

    @Test
    void onlyTheOwnerTheirManagersAndAdministratorsMaySee() {
        Visibility visibility = new Visibility(members);
        save("rep", "boss");
        save("boss", "top");
        save("top");
        save("peer", "boss");
        Member admin = members.saveFromWeCom(profile("root"), RoleMapping.adminsOnly(Set.of("root")), NOW);
        MemberId owner = idOf("rep");
        assertThat(List.of("rep", "boss", "top")).allMatch(userId -> visibility.maySee(named(userId), owner));
        assertThat(visibility.maySee(admin, owner)).isTrue();
        assertThat(visibility.ownersSeenBy(admin)).isEmpty();
        assertThat(visibility.maySee(named("peer"), owner)).isFalse();
        assertThat(visibility.maySee(named("rep"), idOf("boss"))).isFalse();
        members.markLeft("boss", NOW);
        assertThat(visibility.maySee(named("boss"), owner)).isFalse();
        assertThat(visibility.ownersSeenBy(named("boss"))).isEqualTo(Optional.of(Set.of()));
    }

    @Test
    void manyAreFoundByTheirIds() {
        MemberId one = save("a").id();
        save("b");
        assertThat(members.findAll(List.of(one, MemberId.next())))
                .extracting(Member::id)
                .containsExactly(one);
        assertThat(members.findAll(List.of())).isEmpty();
    }

    private Member save(String userId, String... leaders) {
        return members.saveFromWeCom(profile(userId, leaders), NO_MAPPING, NOW);
    }

    private Member named(String userId) {
        return members.findByUserId(userId).orElseThrow();
    }

    private MemberId idOf(String userId) {
        return named(userId).id();
    }

    private MemberId managerOf(String userId) {
        return named(userId).managerId();
    }
}
