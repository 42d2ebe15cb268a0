package doppelpass.contacts;

import java.util.Set;

/** The details of these companies changed. */
public record CompaniesChanged(Set<Long> ids) {
    public CompaniesChanged {
        ids = Set.copyOf(ids);
    }
}
