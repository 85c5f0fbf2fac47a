package io.genjin.crm.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who reports to whom: WeCom's first direct leader; else the leader of the main department, walking up its parents;
 * else whom an administrator set. Somebody unknown, gone or the member themselves does not count at any step.
 */
public final class ReportingLine {
    private final Map<String, Person> byUserId = new HashMap<>();
    private final Set<MemberId> active = new HashSet<>();
    private final Map<Long, WeComDepartment> departments = new HashMap<>();
    private final Map<Long, Person> leadersInDepartment = new HashMap<>();

    /** What a line is found from; {@code managerSetHere} is an administrator's word. */
    public record Person(
            MemberId id,
            String userId,
            boolean active,
            @Nullable Long mainDepartment,
            List<String> directLeaders,
            List<Long> leaderInDepartments,
            @Nullable MemberId managerSetHere) {
        public Person {
            directLeaders = List.copyOf(directLeaders);
            leaderInDepartments = List.copyOf(leaderInDepartments);
        }
    }

    public ReportingLine(Collection<Person> people, Collection<WeComDepartment> departments) {
        departments.forEach(department -> this.departments.put(department.id(), department));
        for (Person person : people) {
            if (person.active()) {
                active.add(person.id());
                byUserId.put(person.userId(), person);
                person.leaderInDepartments().forEach(id -> leadersInDepartment.merge(id, person, ReportingLine::lower));
            }
        }
    }

    /** The manager, or empty for somebody at the top. */
    public Optional<MemberId> managerOf(Person person) {
        return Stream.<Stream<MemberId>>of(
                        person.directLeaders().stream().limit(1).flatMap(leader -> known(leader, person)),
                        departmentLeader(person).stream(),
                        Stream.ofNullable(person.managerSetHere())
                                .filter(id -> active.contains(id) && !id.equals(person.id())))
                .flatMap(step -> step)
                .findFirst();
    }

    private Optional<MemberId> departmentLeader(Person person) {
        Set<Long> walked = new HashSet<>();
        Long at = person.mainDepartment();
        while (at != null && walked.add(at)) {
            WeComDepartment department = departments.get(at);
            Optional<MemberId> leader = leaderOf(at, department, person);
            if (leader.isPresent()) {
                return leader;
            }
            at = department == null ? null : Long.valueOf(department.parentId());
        }
        return Optional.empty();
    }

    private Optional<MemberId> leaderOf(Long id, @Nullable WeComDepartment department, Person of) {
        Stream<MemberId> named = department == null
                ? Stream.empty()
                : department.leaders().stream().flatMap(leader -> known(leader, of));
        Stream<MemberId> marked = Stream.ofNullable(leadersInDepartment.get(id))
                .map(Person::id)
                .filter(leader -> !leader.equals(of.id()));
        return Stream.concat(named, marked).findFirst();
    }

    private Stream<MemberId> known(String userId, Person other) {
        return Stream.ofNullable(byUserId.get(userId)).map(Person::id).filter(id -> !id.equals(other.id()));
    }

    /** Of several leaders of one department always the same one, so that a nightly run changes nothing. */
    private static Person lower(Person one, Person other) {
        return one.id().value().compareTo(other.id().value()) <= 0 ? one : other;
    }
}
