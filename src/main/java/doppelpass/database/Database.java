package doppelpass.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;

/** An open database, whoever runs it. Closing it stops an embedded PostgreSQL nobody else uses. */
public interface Database extends AutoCloseable {
    /** Where the product works: with the rights its work needs. */
    DatabaseAddress address();

    /** Who changes the schema and restores archives; the same where somebody else runs the database for us. */
    default DatabaseAddress owner() {
        return address();
    }

    /** Both as Spring Boot's properties: the schema is migrated by its owner. */
    default Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(address().properties());
        if (!owner().equals(address())) {
            properties.put("spring.flyway.url", owner().url());
            properties.put("spring.flyway.user", owner().user());
            properties.put("spring.flyway.password", owner().password());
        }
        return properties;
    }

    /** Starts a thread that brings the database back when its process dies; does nothing for an external one. */
    void keepAlive();

    @Override
    void close();

    /**
     * Opens the external database that {@code DOPPELPASS_DATABASE_URL} names
     * ({@code postgresql://user:password@host:port/name}), else the embedded one in the home folder.
     */
    static Database open(Home home, Map<String, String> environment) {
        Database database = reach(home, environment);
        try {
            Durability.check(database.address());
            return database;
        } catch (DatabaseRefused e) {
            database.close();
            throw e;
        }
    }

    /** As {@link #open}, but without a look at how safe the database is: for the doctor, who tells. */
    static Database reach(Home home, Map<String, String> environment) {
        String url = environment.get("DOPPELPASS_DATABASE_URL");
        return url == null || url.isBlank() ? EmbeddedPostgres.open(home) : new External(parse(url));
    }

    private static DatabaseAddress parse(String text) {
        URI url = uri(text);
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

    private static URI uri(String text) {
        try {
            URI url = new URI(text.strip());
            if (url.getHost() != null
                    && url.getPath().length() > 1
                    && url.getScheme().startsWith("postgres")) {
                return url;
            }
        } catch (URISyntaxException e) {
            // said below, without the text: it may hold a password
        }
        throw new DatabaseRefused("DOPPELPASS_DATABASE_URL is not an address such as"
                + " postgresql://user:password@host:5432/name (special characters in the password as %40 and so on).");
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
