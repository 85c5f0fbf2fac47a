package io.genjin.crm.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The part of the store that keeps contacts. */
class Contacts {
    private final ContactMapper contacts;

    Contacts(ContactMapper contacts) {
        this.contacts = contacts;
    }

    Optional<Contact> find(ContactId id) {
        return Optional.ofNullable(contacts.selectById(id.value())).map(ContactRow::toContact);
    }

    Optional<Contact> byExternalId(String externalUserId) {
        return Optional.ofNullable(contacts.byExternalId(externalUserId)).map(ContactRow::toContact);
    }

    List<Contact> of(CustomerId customer) {
        return contacts.ofCustomer(customer.value()).stream()
                .map(ContactRow::toContact)
                .toList();
    }

    /** Insert or get by the external id, which is unique. */
    Contact saveExternal(CustomerId customer, String name, String externalUserId, Instant now) {
        Optional<Contact> known = byExternalId(externalUserId);
        if (known.isPresent()) {
            return known.get();
        }
        contacts.insertOrHold(ContactRow.of(customer, name, externalUserId, now));
        return contacts.byExternalIdLocked(externalUserId).toContact();
    }

    /** Insert or get by the name alone; the caller holds the customer, so that nobody else does the same. */
    Contact saveNamed(CustomerId customer, String name, Instant now) {
        String key = Names.key(name);
        return of(customer).stream()
                .filter(contact -> contact.externalUserId() == null
                        && Names.key(contact.name()).equals(key))
                .findFirst()
                .orElseGet(() -> insert(ContactRow.of(customer, name, null, now)));
    }

    boolean rename(ContactId id, String name, Instant now) {
        return contacts.rename(id.value(), name, now) == 1;
    }

    boolean move(ContactId id, CustomerId to, Instant now) {
        return contacts.move(id.value(), to.value(), now) == 1;
    }

    private Contact insert(ContactRow row) {
        contacts.insert(row);
        return row.toContact();
    }
}
