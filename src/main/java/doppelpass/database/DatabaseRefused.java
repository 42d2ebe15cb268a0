package doppelpass.database;

/** The database cannot be used; the message says why and what to do. */
public final class DatabaseRefused extends RuntimeException {
    public DatabaseRefused(String message) {
        super(message);
    }
}
