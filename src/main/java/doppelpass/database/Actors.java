package doppelpass.database;

import java.util.Optional;

/** Plug: knows whose request the current thread serves, if it serves one. Asked as a transaction begins: it must not begin one. */
public interface Actors {
    Optional<Actor> current();
}
