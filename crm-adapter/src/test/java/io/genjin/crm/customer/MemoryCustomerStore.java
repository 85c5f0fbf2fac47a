package io.genjin.crm.customer;

import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Customers in memory. */
public class MemoryCustomerStore implements CustomerStore {
    private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();
    private final Map<ContactId, Contact> contacts = new LinkedHashMap<>();
    private final Map<Pair, Instant> dealings = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public synchronized List<Customer> findAll(Collection<CustomerId> ids) {
        return customers.values().stream()
                .filter(each -> ids.contains(each.id()))
                .toList();
    }

    @Override
    public synchronized Optional<Customer> findByName(String nameOrAlias) {
        String key = Names.key(nameOrAlias);
        return customers.values().stream()
                .filter(each -> keys(each).anyMatch(key::equals))
                .findFirst();
    }

    @Override
    public synchronized List<Customer> search(String part, int limit) {
        String key = Names.key(part);
        return customers.values().stream()
                .filter(each -> keys(each).anyMatch(name -> name.contains(key)))
                .sorted(Comparator.comparing(Customer::name))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Customer create(String name, Instant now) {
        String checked = Names.checked(name);
        return findByName(checked).orElseGet(() -> {
            Customer fresh = new Customer(CustomerId.next(), checked, List.of(), null, null, 0);
            customers.put(fresh.id(), fresh);
            return fresh;
        });
    }

    @Override
    public synchronized boolean rename(CustomerId id, String newName, Instant now) {
        String checked = Names.checked(newName);
        if (findByName(checked).filter(other -> !other.id().equals(id)).isPresent()) {
            return false;
        }
        return change(
                id,
                each -> new Customer(
                        id,
                        checked,
                        each.aliases().stream()
                                .filter(alias -> !Names.key(alias).equals(Names.key(checked)))
                                .toList(),
                        each.industry(),
                        each.level(),
                        each.purchaseCount()));
    }

    @Override
    public synchronized boolean addAlias(CustomerId id, String alias, Instant now) {
        String checked = Names.checked(alias);
        require(id);
        if (findByName(checked).isPresent()) {
            return false;
        }
        return change(id, each -> {
            List<String> aliases = new ArrayList<>(each.aliases());
            aliases.add(checked);
            return new Customer(id, each.name(), aliases, each.industry(), each.level(), each.purchaseCount());
        });
    }

    @Override
    public synchronized boolean describe(
            CustomerId id, @Nullable String industry, @Nullable Level level, int purchaseCount, Instant now) {
        return change(id, each -> new Customer(id, each.name(), each.aliases(), industry, level, purchaseCount));
    }

    @Override
    public Customer lock(CustomerId id) {
        return require(id);
    }

    @Override
    public synchronized Optional<Contact> findContact(ContactId id) {
        return Optional.ofNullable(contacts.get(id));
    }

    @Override
    public synchronized Optional<Contact> findContactByExternalId(String externalUserId) {
        return contacts.values().stream()
                .filter(each -> externalUserId.equals(each.externalUserId()))
                .findFirst();
    }

    @Override
    public synchronized List<Contact> contactsOf(CustomerId id) {
        return contacts.values().stream()
                .filter(each -> each.customerId().equals(id))
                .toList();
    }

    @Override
    public synchronized Contact saveContact(
            CustomerId customerId, String name, @Nullable String externalUserId, Instant now) {
        String checked = Names.checked(name);
        Optional<Contact> known = externalUserId != null
                ? findContactByExternalId(externalUserId)
                : contactsOf(require(customerId).id()).stream()
                        .filter(each -> each.externalUserId() == null
                                && Names.key(each.name()).equals(Names.key(checked)))
                        .findFirst();
        return known.orElseGet(() -> {
            Contact fresh = new Contact(ContactId.next(), customerId, checked, externalUserId);
            contacts.put(fresh.id(), fresh);
            return fresh;
        });
    }

    @Override
    public synchronized boolean renameContact(ContactId id, String name, Instant now) {
        String checked = Names.checked(name);
        return contacts.computeIfPresent(
                        id, (key, each) -> new Contact(id, each.customerId(), checked, each.externalUserId()))
                != null;
    }

    @Override
    public synchronized boolean moveContact(ContactId id, CustomerId to, Instant now) {
        require(to);
        return contacts.computeIfPresent(id, (key, each) -> new Contact(id, to, each.name(), each.externalUserId()))
                != null;
    }

    @Override
    public synchronized void dealtWith(CustomerId id, MemberId rep, Instant at) {
        dealings.merge(new Pair(rep, id), at, (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public synchronized List<Dealing> recentOf(MemberId rep, int limit) {
        return dealings.entrySet().stream()
                .filter(each -> each.getKey().rep().equals(rep)
                        && customers.containsKey(each.getKey().customer()))
                .map(each -> new Dealing(require(each.getKey().customer()), each.getValue()))
                .sorted(Comparator.comparing(Dealing::lastAt)
                        .thenComparing(each -> each.customer().id().value())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Customer> namedIn(String text, MemberId rep) {
        return Names.namedIn(
                text,
                recentOf(rep, Integer.MAX_VALUE).stream().map(Dealing::customer).toList());
    }

    private boolean change(CustomerId id, UnaryOperator<Customer> how) {
        return customers.computeIfPresent(id, (key, each) -> how.apply(each)) != null;
    }

    private static Stream<String> keys(Customer customer) {
        return Stream.concat(Stream.of(customer.name()), customer.aliases().stream())
                .map(Names::key);
    }

    private record Pair(MemberId rep, CustomerId customer) {}
}
