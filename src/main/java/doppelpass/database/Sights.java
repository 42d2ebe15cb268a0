package doppelpass.database;

import java.util.Optional;

/** Plug: who sees what. */
public interface Sights {
    /** What whoever the current thread serves may see. Asked as a connection is opened: it must not open one itself. */
    Optional<Sight> current();

    /** What a person may see; empty for everything. */
    Optional<Sight> of(long person);
}
