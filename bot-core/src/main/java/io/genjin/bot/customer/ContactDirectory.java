package io.genjin.bot.customer;

import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerStore;
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
                .filter(text -> !text.isBlank())
                .orElse(knownName.isBlank() ? NAMELESS : knownName.strip());
        String company = profile.map(ContactProfile::company).orElse(name);
        return Objects.requireNonNull(tx.execute(status -> {
            var now = clock.instant();
            Customer customer = customers.create(cut(company), now);
            return customers.saveContact(customer.id(), cut(name), externalUserId, now);
        }));
    }

    /** The members who follow this contact, the newest first; asks WeCom. */
    public List<String> followersOf(String externalUserId) {
        return profiles.find(externalUserId).map(ContactProfile::followers).orElse(List.of());
    }

    private static String cut(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= CustomerStore.NAME_LIMIT
                ? name
                : name.substring(0, name.offsetByCodePoints(0, CustomerStore.NAME_LIMIT));
    }
}
