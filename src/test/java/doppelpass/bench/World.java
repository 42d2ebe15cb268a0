package doppelpass.bench;

import doppelpass.testing.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The leads everybody is measured on, made by SQL in sets; indexes are built behind the rows, as a restore does. */
record World(Connection connection, int leads) {
    private static final String INDEXES = """
        select schemaname || '.' || indexname, indexdef from pg_indexes
        where schemaname in ('contacts', 'leads', 'deals', 'timeline') and indexdef not like 'CREATE UNIQUE%'\
        """;

    void make() throws SQLException {
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
            for (String statement : statements()) sql.execute(statement);
            for (String definition : definitions) sql.execute(definition);
            sql.execute("vacuum analyze");
            sql.execute("checkpoint");
        }
    }

    private List<String> statements() {
        try (InputStream file = Objects.requireNonNull(World.class.getResourceAsStream("/bench/world.sql"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{n}", Integer.toString(leads))
                    .replace("{now}", TestClock.START.toString());
            return List.of(text.split(";\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
