package io.genjin.crm.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.member.ReportingLine.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportingLineTest {
    private final List<Person> people = new ArrayList<>();
    private final List<WeComDepartment> departments = new ArrayList<>();

    @Test
    void theFirstDirectLeaderGoesBeforeTheDepartments() {
        Person direct = person("direct");
        person("second");
        departments.add(new WeComDepartment(1, "公司", 0, List.of("second")));
        assertThat(managerOf(led("rep", 1L, "direct", "second"))).isEqualTo(direct.id());
    }

    @Test
    void aLeaderWhoLeftCountsForNothing() {
        people.add(new Person(MemberId.next(), "direct", false, null, List.of(), List.of(), null));
        Person top = person("top");
        departments.add(new WeComDepartment(1, "公司", 0, List.of("top")));
        assertThat(managerOf(led("rep", 1L, "direct"))).isEqualTo(top.id());
    }

    @Test
    void theWalkGoesUpPastEmptyDepartmentsAndOnesOwn() {
        Person top = person("top");
        departments.add(new WeComDepartment(1, "公司", 0, List.of("top")));
        departments.add(new WeComDepartment(2, "华东", 1, List.of()));
        departments.add(new WeComDepartment(3, "一组", 2, List.of("lead")));
        Person lead = led("lead", 3L);
        assertThat(managerOf(led("rep", 3L))).isEqualTo(lead.id());
        assertThat(managerOf(lead)).isEqualTo(top.id());
        assertThat(managerOf(top)).isNull();
    }

    @Test
    void aMarkedLeaderServesWhereTheDepartmentNamesNone() {
        Person marked = new Person(MemberId.next(), "marked", true, 2L, List.of(), List.of(2L), null);
        people.add(marked);
        assertThat(managerOf(led("rep", 2L))).isEqualTo(marked.id());
    }

    @Test
    void departmentsInACircleEndTheWalk() {
        departments.add(new WeComDepartment(1, "甲", 2, List.of()));
        departments.add(new WeComDepartment(2, "乙", 1, List.of()));
        assertThat(managerOf(led("rep", 1L))).isNull();
    }

    @Test
    void theAdministratorsWordComesLast() {
        Person set = person("set");
        Person rep = new Person(MemberId.next(), "rep", true, 1L, List.of(), List.of(), set.id());
        assertThat(managerOf(rep)).isEqualTo(set.id());
        Person top = person("top");
        departments.add(new WeComDepartment(1, "公司", 0, List.of("top")));
        assertThat(managerOf(rep)).isEqualTo(top.id());
    }

    private MemberId managerOf(Person person) {
        return new ReportingLine(people, departments).managerOf(person).orElse(null);
    }

    private Person person(String userId) {
        return led(userId, null);
    }

    private Person led(String userId, Long department, String... leaders) {
        Person person = new Person(MemberId.next(), userId, true, department, List.of(leaders), List.of(), null);
        people.add(person);
        return person;
    }
}
