package doppelpass.contacts;

import java.util.Set;

/** The details of these contacts changed. */
public record ContactsChanged(Set<Long> ids) {
    public ContactsChanged {
        ids = Set.copyOf(ids);
    }
}
