package io.genjin.sandbox.wecom.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The people and where they belong. userids are compared folded to lower case. */
public final class Directory {
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<Integer, Department> departments = new LinkedHashMap<>();
    private final Map<Integer, Tag> tags = new LinkedHashMap<>();
    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final Map<String, KfAccount> kfAccounts = new LinkedHashMap<>();

    /** Adds or replaces a member. */
    public void put(Member member) {
        members.put(fold(member.userId()), member);
    }

    /** Adds or replaces a department. */
    public void put(Department department) {
        departments.put(department.id(), department);
    }

    /** Adds or replaces a tag. */
    public void put(Tag tag) {
        tags.put(tag.id(), tag);
    }

    /** Adds or replaces a customer. */
    public void put(Contact contact) {
        contacts.put(contact.externalUserId(), contact);
    }

    /** Adds or replaces a 微信客服 account. */
    public void put(KfAccount account) {
        kfAccounts.put(account.openKfId(), account);
    }

    /** A member leaves the company. */
    public void removeMember(String userId) {
        members.remove(fold(userId));
    }

    /** The member with that userid in any case. */
    public Optional<Member> member(String userId) {
        return Optional.ofNullable(members.get(fold(userId)));
    }

    /** The member whose phone has that host name. */
    public Optional<Member> memberAtHost(String host) {
        return members.values().stream()
                .filter(member -> member.phoneHost().equalsIgnoreCase(host))
                .findFirst();
    }

    /** The customer with that id. */
    public Optional<Contact> contact(String externalUserId) {
        return Optional.ofNullable(contacts.get(externalUserId));
    }

    /** The 微信客服 account with that id. */
    public Optional<KfAccount> kfAccount(String openKfId) {
        return Optional.ofNullable(kfAccounts.get(openKfId));
    }

    /** The department with that id. */
    public Optional<Department> department(int id) {
        return Optional.ofNullable(departments.get(id));
    }

    /** The tag with that id. */
    public Optional<Tag> tag(int id) {
        return Optional.ofNullable(tags.get(id));
    }

    /** All members. */
    public List<Member> members() {
        return List.copyOf(members.values());
    }

    /** All departments. */
    public Collection<Department> departments() {
        return List.copyOf(departments.values());
    }

    /** All tags. */
    public Collection<Tag> tags() {
        return List.copyOf(tags.values());
    }

    /** All customers. */
    public List<Contact> contacts() {
        return List.copyOf(contacts.values());
    }

    /** All 微信客服 accounts. */
    public List<KfAccount> kfAccounts() {
        return List.copyOf(kfAccounts.values());
    }

    /** Those directly in the department, or also in those below it. */
    public List<Member> membersOf(int department, boolean andBelow) {
        var ids = new ArrayList<Integer>(List.of(department));
        if (andBelow) {
            below(department).forEach(each -> ids.add(each.id()));
        }
        return members.values().stream()
                .filter(member -> member.departments().stream().anyMatch(ids::contains))
                .toList();
    }

    /** All departments below that one, at any depth. */
    public List<Department> below(int department) {
        var found = new ArrayList<Department>();
        for (var each : departments.values()) {
            if (each.parentId() == department) {
                found.add(each);
                found.addAll(below(each.id()));
            }
        }
        return found;
    }

    /** The form that userids are compared in. */
    public static String fold(String userId) {
        return userId.toLowerCase(Locale.ROOT);
    }
}
