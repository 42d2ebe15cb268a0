package doppelpass.database;

import doppelpass.console.Arguments;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor}: examines an installation without changing it; runs before anything else needs the database. */
public final class Doctor {
    private final Home home;
    private final Map<String, String> environment;
    private final Clock clock;

    public Doctor(Home home, Map<String, String> environment, Clock clock) {
        this.home = home;
        this.environment = environment;
        this.clock = clock;
    }

    /** Prints what was found; false when something is wrong. */
    public boolean examine(Arguments arguments, PrintStream out) {
        arguments.allowOnly("json");
        List<Finding> findings = findings();
        boolean healthy = findings.stream().noneMatch(f -> f.state() == Finding.State.WRONG);
        if (arguments.flag("json")) {
            out.println(JsonMapper.builder().build().writeValueAsString(new Report(healthy, findings)));
        } else {
            findings.forEach(f ->
                    out.printf("%-6s %-12s %s%n", f.state().name().toLowerCase(Locale.ROOT), f.subject(), f.text()));
            out.println(healthy ? "Nothing is wrong." : "Something is wrong; see above.");
        }
        return healthy;
    }

    record Report(boolean healthy, List<Finding> findings) {}

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(new Machine(home).findings());
        if (noneYet()) {
            findings.add(Finding.watch("database", "none yet; the first start creates it"));
            return findings;
        }
        try (Database database = Database.reach(home, environment);
                Connection connection = database.address().connect()) {
            findings.add(Finding.good("database", "answers at " + database.address()));
            findings.addAll(new DatabaseHealth(connection, clock).findings());
        } catch (SQLException | DatabaseRefused | UncheckedIOException e) {
            findings.add(Finding.wrong("database", "cannot be used: " + e.getMessage()));
        }
        return findings;
    }

    /** Looking must not found an installation. */
    private boolean noneYet() {
        return environment.getOrDefault("DOPPELPASS_DATABASE_URL", "").isBlank()
                && !Files.exists(home.folder().resolve("postgres/cluster/PG_VERSION"));
    }
}
