package doppelpass.database;

import java.net.URI;
import java.util.Map;

/** An open database, whoever runs it. Closing it stops an embedded PostgreSQL nobody else uses. */
public interface Database extends AutoCloseable {
    DatabaseAddress address();

    /** Starts a thread that brings the database back when its process dies; does nothing for an external one. */
    void keepAlive();

    @Override
    void close();

    /**
     * Opens the external database that {@code DOPPELPASS_DATABASE_URL} names
     * ({@code postgresql://user:password@host:port/name}), else the embedded one in the home folder.
     */
    static Database open(Home home, Map<String, String> environment) {
        String url = environment.get("DOPPELPASS_DATABASE_URL");
        Database database =
                url == null || url.isBlank() ? EmbeddedPostgres.open(home) : new External(parse(URI.create(url)));
        Durability.check(database.address());
        return database;
    }

    private static DatabaseAddress parse(URI url) {
        String[] login = url.getUserInfo() == null
                ? new String[] {"doppelpass", ""}
                : url.getUserInfo().split(":", 2);
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        int port = url.getPort() < 0 ? 5432 : url.getPort();
        return new DatabaseAddress(
                "jdbc:postgresql://" + url.getHost() + ":" + port + url.getPath() + query,
                login[0],
                login.length > 1 ? login[1] : "");
    }

    /** A PostgreSQL that somebody else runs. */
    record External(DatabaseAddress address) implements Database {
        @Override
        public void keepAlive() {
            // its operator's task
        }

        @Override
        public void close() {
            // not ours to stop
        }
    }
}
