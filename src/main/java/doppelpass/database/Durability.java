package doppelpass.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Refuses to run on a database that could lose what it has acknowledged. */
final class Durability {
    private static final Map<String, String> NEEDED =
            Map.of("fsync", "on", "full_page_writes", "on", "data_checksums", "on");

    private Durability() {}

    static void check(DatabaseAddress address) {
        try (Connection connection = address.connect()) {
            List<String> problems = problems(connection);
            if (!problems.isEmpty()) {
                throw new DatabaseRefused("This PostgreSQL could lose data: " + String.join(", ", problems)
                        + ". Correct its configuration and start again.");
            }
        } catch (SQLException e) {
            throw new DatabaseRefused("Cannot connect to the database at " + address + ": " + e.getMessage());
        }
    }

    static List<String> problems(Connection connection) throws SQLException {
        List<String> problems = new ArrayList<>();
        for (var needed : NEEDED.entrySet()) {
            String value = show(connection, needed.getKey());
            if (!value.equals(needed.getValue())) {
                problems.add(needed.getKey() + " is " + value + ", must be " + needed.getValue());
            }
        }
        if (show(connection, "synchronous_commit").equals("off")) {
            problems.add("synchronous_commit is off, must be on");
        }
        if (Integer.parseInt(show(connection, "server_version_num")) < 180000) {
            problems.add("version is " + show(connection, "server_version") + ", must be 18 or newer");
        }
        return problems;
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
