package io.genjin.bot.customer;

import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to external contacts: who is behind an external_userid, met on first sight. Call it outside transactions. */
@Component
public class ContactDirectory {
    private static final String NAMELESS = "未命名客户";
    private static final int TAIL = 6;

    private final CustomerStore customers;
    private final ContactProfiles profiles;
    private final TransactionTemplate tx;
    private final InstantSource clock;

    ContactDirectory(CustomerStore customers, ContactProfiles profiles, TransactionTemplate tx, InstantSource clock) {
        this.customers = customers;
        this.profiles = profiles;
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * The contact with this external id. Names come from WeCom, or from {@code knownName} where WeCom has none; they
     * never come from the words of a message.
     *
     * @param knownName how the source calls them, may be empty
     */
    public Contact meet(String externalUserId, String knownName) {
        Optional<Contact> known = customers.findContactByExternalId(externalUserId);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<ContactProfile> profile = profiles.find(externalUserId);
        String name = profile.map(ContactProfile::name)
                .or(() -> Optional.of(knownName))
                .map(text -> CustomerNames.cut(text.strip(), CustomerStore.NAME_LIMIT))
                .filter(CustomerNames::fits)
                .orElse(NAMELESS);
        Optional<String> company = profile.map(ContactProfile::company)
                .map(text -> CustomerNames.cut(text.strip(), CustomerStore.NAME_LIMIT))
                .filter(CustomerNames::fits);
        return Objects.requireNonNull(tx.execute(status -> {
            var now = clock.instant();
            CustomerId customer = company.map(
                            shared -> customers.create(shared, now).id())
                    .orElseGet(() -> alone(name, externalUserId, now));
            return customers.saveContact(customer, name, externalUserId, now);
        }));
    }

    /** A customer of their own; whoever is called the same and comes at the same moment waits for the lock. */
    private CustomerId alone(String name, String externalUserId, Instant now) {
        CustomerId customer =
                customers.create(ownName(name, externalUserId), now).id();
        customers.lock(customer);
        return customers.contactsOf(customer).isEmpty()
                ? customer
                : customers.create(distinct(name, externalUserId), now).id();
    }

    /** Colleagues share a company, but two people who are both called 小王 are not one customer. */
    private String ownName(String name, String externalUserId) {
        if (!name.equals(NAMELESS) && customers.findByName(name).isEmpty()) {
            return name;
        }
        return distinct(name, externalUserId);
    }

    private static String distinct(String name, String externalUserId) {
        String tail = externalUserId.substring(Math.max(0, externalUserId.length() - TAIL));
        return CustomerNames.cut(name, CustomerStore.NAME_LIMIT - TAIL - 1) + "·" + tail;
    }

    /** The members who follow this contact, the newest first; asks WeCom. */
    public List<String> followersOf(String externalUserId) {
        return profiles.find(externalUserId).map(ContactProfile::followers).orElse(List.of());
    }
}
