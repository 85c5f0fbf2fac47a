package io.genjin.crm.customer;

import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Customers and their contacts. Names are compared after {@link Names#key folding} spaces, width and case, and belong
 * to one customer. All calls join the caller's transaction.
 */
public interface CustomerStore {
    /** The longest name of a customer or contact, in characters; longer ones are refused. */
    int NAME_LIMIT = 100;

    Optional<Customer> find(CustomerId id);

    /** @throws NoSuchRecord when there is none */
    default Customer require(CustomerId id) {
        return find(id).orElseThrow(() -> new NoSuchRecord(id));
    }

    /** Those of these that exist, in no particular order. */
    List<Customer> findAll(Collection<CustomerId> ids);

    /** By its name or one of its aliases, whole. */
    Optional<Customer> findByName(String nameOrAlias);

    /** Customers with this in their name or alias, by name; for a box to search in. */
    List<Customer> search(String part, int limit);

    /**
     * A new customer, or the one that already has this name or alias: two threads at once make one.
     *
     * @throws IllegalArgumentException when the name is blank or too long
     */
    Customer create(String name, Instant now);

    /**
     * Gives it another name; the old one is forgotten, so that a wrong name finds nobody.
     *
     * @return false when there is no such customer, or the name belongs to another
     */
    boolean rename(CustomerId id, String newName, Instant now);

    /** @return false when the name already belongs to a customer, this one or another */
    boolean addAlias(CustomerId id, String alias, Instant now);

    /** @return false when there is no such customer */
    boolean describe(CustomerId id, @Nullable String industry, @Nullable Level level, int purchaseCount, Instant now);

    /**
     * The customer as it is now, held until the caller's transaction ends, so that what two threads do for one
     * customer comes one after the other. Fails outside of a transaction.
     *
     * @throws NoSuchRecord when there is none
     */
    Customer lock(CustomerId id);

    Optional<Contact> findContact(ContactId id);

    /** @throws NoSuchRecord when there is none */
    default Contact requireContact(ContactId id) {
        return findContact(id).orElseThrow(() -> new NoSuchRecord(id));
    }

    Optional<Contact> findContactByExternalId(String externalUserId);

    /** In the order in which they were met. */
    List<Contact> contactsOf(CustomerId id);

    /**
     * A new contact, or the one who already has this external id (as it is: neither name nor customer is changed).
     * Without an external id a contact of the same customer and name is found again. Two threads at once make one.
     */
    Contact saveContact(CustomerId customerId, String name, @Nullable String externalUserId, Instant now);

    /** @return false when there is no such contact */
    boolean renameContact(ContactId id, String name, Instant now);

    /** Moves a contact to another customer. @return false when there is no such contact */
    boolean moveContact(ContactId id, CustomerId to, Instant now);

    /** Notes that the rep dealt with the customer; an older moment than the known one changes nothing. */
    void dealtWith(CustomerId id, MemberId rep, Instant at);

    /** The customers a rep dealt with, the latest first. */
    List<Dealing> recentOf(MemberId rep, int limit);

    /** The customers of this rep that are named in the text, the longest name first; see {@link Names#namedIn}. */
    List<Customer> namedIn(String text, MemberId rep);
}
