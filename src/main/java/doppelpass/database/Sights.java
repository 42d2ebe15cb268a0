package doppelpass.database;

import java.util.Optional;

/** Plug: what whoever the current thread serves may see. Asked as a connection is opened: it must not open one itself. */
public interface Sights {
    Optional<Sight> current();
}
