package doppelpass.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The leads everybody is measured on, made by SQL in sets; indexes are built behind the rows, as a restore does.
 *
 * @param connection of the database's owner: nobody else may write past the triggers
 * @param touches a lead has, at most
 * @param now when its five years end
 */
public record World(Connection connection, int leads, int touches, Instant now) {
    private static final Duration PAST = Duration.ofDays(1826);
    private static final String INDEXES = """
        select schemaname || '.' || indexname, indexdef from pg_indexes
        where schemaname in ('contacts', 'leads', 'deals', 'timeline') and indexdef not like 'CREATE UNIQUE%'\
        """;

    public void make() throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet indexes = sql.executeQuery(INDEXES)) {
            while (indexes.next()) {
                names.add(indexes.getString(1));
                definitions.add(indexes.getString(2));
            }
        }
        try (Statement sql = connection.createStatement()) {
            for (String name : names) sql.execute("drop index " + name);
            run("world.sql");
            for (String definition : definitions) sql.execute(definition);
            sql.execute("vacuum analyze");
            sql.execute("checkpoint");
        }
    }

    /** The statements of a file beside the world's, one after the other. */
    public void run(String file) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            for (String statement : statements(file)) sql.execute(statement);
        }
    }

    private List<String> statements(String name) {
        try (InputStream file = Objects.requireNonNull(World.class.getResourceAsStream("/bench/" + name))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{n}", Integer.toString(leads))
                    .replace("{touches}", Integer.toString(touches))
                    .replace("{begin}", now.minus(PAST).toString())
                    .replace("{now}", now.toString());
            return List.of(text.split(";\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
