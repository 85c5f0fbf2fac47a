package io.genjin.crm.customer;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.Slice;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class MybatisCustomerStore implements CustomerStore {
    /** How many of a rep's customers are looked for in a text: more than anybody deals with at a time. */
    private static final int NAMES_LOOKED_FOR = 2000;

    private final CustomerMapper customers;
    private final NameMapper names;
    private final Contacts contacts;

    MybatisCustomerStore(CustomerMapper customers, NameMapper names, ContactMapper contacts) {
        this.customers = customers;
        this.names = names;
        this.contacts = new Contacts(contacts);
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Customer> findAll(Collection<CustomerId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> keys = ids.stream().map(CustomerId::value).distinct().toList();
        Map<String, List<String>> aliases = aliasesOf(keys);
        return customers.selectByIds(keys).stream()
                .map(row -> row.toCustomer(aliases.getOrDefault(row.id, List.of())))
                .toList();
    }

    @Override
    public Optional<Customer> findByName(String nameOrAlias) {
        return Optional.ofNullable(names.byKey(Names.key(nameOrAlias)))
                .flatMap(row -> find(new CustomerId(row.customerId)));
    }

    @Override
    public List<Customer> search(String part, int limit) {
        String pattern = Names.key(part).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        List<CustomerId> found = names.customersLike(pattern, Slice.bounded(limit)).stream()
                .map(CustomerId::new)
                .toList();
        return findAll(found).stream()
                .sorted(Comparator.comparing(Customer::name))
                .toList();
    }

    @Override
    @Transactional
    public Customer create(String name, Instant now) {
        String checked = Names.checked(name);
        Optional<Customer> known = findByName(checked);
        if (known.isPresent()) {
            return known.get();
        }
        CustomerId id = CustomerId.next();
        CustomerId owner = claim(NameRow.of(id, checked, false, now));
        if (!owner.equals(id)) {
            return lock(owner);
        }
        customers.insert(CustomerRow.of(id, checked, now));
        return new Customer(id, checked, List.of(), null, null, 0);
    }

    @Override
    @Transactional
    public boolean rename(CustomerId id, String newName, Instant now) {
        String checked = Names.checked(newName);
        CustomerRow row = customers.locked(id.value());
        if (row == null) {
            return false;
        }
        names.dropMainName(row.id);
        names.dropAlias(row.id, Names.key(checked));
        if (!claim(NameRow.of(id, checked, false, now)).equals(id)) {
            names.insert(NameRow.of(id, row.name, false, row.createdAt));
            return false;
        }
        return customers.rename(row.id, checked, now) == 1;
    }

    @Override
    @Transactional
    public boolean addAlias(CustomerId id, String alias, Instant now) {
        require(id);
        return findByName(alias).isEmpty()
                && claim(NameRow.of(id, Names.checked(alias), true, now)).equals(id);
    }

    @Override
    public boolean describe(
            CustomerId id, @Nullable String industry, @Nullable Level level, int purchaseCount, Instant now) {
        return customers.describe(id.value(), industry, level, purchaseCount, now) == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Customer lock(CustomerId id) {
        return Optional.ofNullable(customers.locked(id.value()))
                .map(row -> row.toCustomer(aliasesOf(List.of(row.id)).getOrDefault(row.id, List.of())))
                .orElseThrow(() -> new NoSuchRecord(id));
    }

    @Override
    public Optional<Contact> findContact(ContactId id) {
        return contacts.find(id);
    }

    @Override
    public Optional<Contact> findContactByExternalId(String externalUserId) {
        return contacts.byExternalId(externalUserId);
    }

    @Override
    public List<Contact> contactsOf(CustomerId id) {
        return contacts.of(id);
    }

    @Override
    @Transactional
    public Contact saveContact(CustomerId customerId, String name, @Nullable String externalUserId, Instant now) {
        String checked = Names.checked(name);
        if (externalUserId != null) {
            return contacts.saveExternal(customerId, checked, externalUserId, now);
        }
        lock(customerId);
        return contacts.saveNamed(customerId, checked, now);
    }

    @Override
    public boolean renameContact(ContactId id, String name, Instant now) {
        return contacts.rename(id, Names.checked(name), now);
    }

    @Override
    public boolean moveContact(ContactId id, CustomerId to, Instant now) {
        require(to);
        return contacts.move(id, to, now);
    }

    @Override
    public void dealtWith(CustomerId id, MemberId rep, Instant at) {
        customers.dealtWith(id.value(), rep.value(), at);
    }

    @Override
    public List<Dealing> recentOf(MemberId rep, int limit) {
        List<DealingRow> rows = customers.dealings(rep.value(), limit);
        Map<CustomerId, Customer> byId =
                findAll(rows.stream().map(row -> new CustomerId(row.customerId)).toList()).stream()
                        .collect(Collectors.toMap(Customer::id, Function.identity()));
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(byId.get(new CustomerId(row.customerId)))
                        .map(customer -> new Dealing(customer, row.lastAt))
                        .stream())
                .toList();
    }

    @Override
    public List<Customer> namedIn(String text, MemberId rep) {
        return Names.namedIn(
                text,
                recentOf(rep, NAMES_LOOKED_FOR).stream().map(Dealing::customer).toList());
    }

    /** Whose name it is after this: the row's customer's, or that of whoever has it already. */
    private CustomerId claim(NameRow name) {
        names.insertOrHold(name);
        return new CustomerId(names.byKeyLocked(name.nameKey).customerId);
    }

    private Map<String, List<String>> aliasesOf(List<String> customerIds) {
        QueryWrapper<NameRow> query = new QueryWrapper<NameRow>()
                .in("customer_id", customerIds)
                .eq("alias", true)
                .orderByAsc("created_at", "name_key");
        return names.selectList(query).stream()
                .collect(Collectors.groupingBy(
                        row -> row.customerId, Collectors.mapping(row -> row.name, Collectors.toList())));
    }
}
