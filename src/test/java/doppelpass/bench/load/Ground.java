package doppelpass.bench.load;

import doppelpass.bench.World;
import doppelpass.core.Cursor;
import doppelpass.database.Database;
import doppelpass.database.Home;
import doppelpass.testing.Installation;
import doppelpass.testing.WebClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product as people start it: a process and a PostgreSQL of its own, set up by the verb, filled, started, and
 * with people who have signed in over HTTP.
 */
final class Ground implements AutoCloseable {
    private static final String ADMINISTRATOR = "ada@load.test";
    private static final String PASSWORD = "doppelpass-load";
    private static final Pattern TOKEN = Pattern.compile("value=\"(dp_[^\"]+)\"");
    private static final List<String> KINDS = List.of("contact", "company", "lead", "deal");
    private static final int KNOWN = 500;

    private final Settings settings;
    private final Installation installation;
    private final Database database;

    Ground(Settings settings) {
        this.settings = settings;
        this.installation = Installation.fresh(settings.server());
        this.database = Database.open(new Home(installation.path("")), Map.of());
    }

    /** Sets up and fills the database, past the product; then the product starts. */
    void prepare() throws IOException, InterruptedException, SQLException {
        Installation.Answer setUp = installation.run(
                "setup",
                "--organisation",
                "Load GmbH",
                "--language",
                "en",
                "--admin",
                ADMINISTRATOR,
                "--password-file",
                installation.file("password", PASSWORD).toString());
        if (setUp.code() != 0) throw new IllegalStateException(setUp.err());
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
        try (Connection connection = database.owner().connect()) {
            World world = new World(connection, settings.contacts(), 4, now);
            world.run("marketing.sql");
            world.make();
            world.run("sellers.sql");
            try (Statement sql = connection.createStatement()) {
                // past the triggers that learn words as they are written
                sql.execute("call search.refresh()");
                sql.execute("vacuum analyze search.word");
            }
        }
        installation.start();
    }

    /** Waits until nothing that is due by itself is left to do. */
    void settle() throws SQLException, InterruptedException {
        String open =
                "select count(*)::text from work.job where state = 'running' or state = 'waiting' and due_at <= now()";
        for (int quiet = 0; quiet < 5; Thread.sleep(1000)) quiet = text(open).equals("0") ? quiet + 1 : 0;
    }

    Jvm product() {
        return Jvm.of(installation.process());
    }

    String postgres() throws SQLException {
        return text("show server_version");
    }

    /** Eighteen people of marketing who see everything, and two sellers whose sight is limited. */
    List<Visitor> visitors() throws SQLException {
        WebClient administrator = installation.as(ADMINISTRATOR, PASSWORD);
        Map<String, String> reach = new HashMap<>();
        KINDS.forEach(kind -> reach.put("sales." + kind, settings.sight()));
        limit(administrator, reach);
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 1; i <= 18; i++) visitors.add(visitor("marketing" + i + "@load.test"));
        for (int i = 1; i <= 2; i++) visitors.add(visitor("seller" + i + "@load.test"));
        return visitors;
    }

    /** Again while something goes through all records: right after a start that is the search for duplicates. */
    private static void limit(WebClient administrator, Map<String, String> reach) {
        int status = 409;
        for (int tries = 0; status == 409 && tries < 200; tries++)
            status = administrator.send("PUT", "/reach", reach).statusCode();
        expect(302, status, "limiting what sellers see");
    }

    private Visitor visitor(String mail) throws SQLException {
        WebClient browser = installation.as(mail, PASSWORD);
        browser.get("/tokens");
        Matcher token = TOKEN.matcher(browser.send(
                        "POST",
                        "/tokens",
                        List.of(
                                Map.entry("name", "load"),
                                Map.entry("days", "30"),
                                Map.entry("scopes", "contacts:read"),
                                Map.entry("scopes", "contacts:write"),
                                Map.entry("scopes", "leads:read")))
                .body());
        if (!token.find()) throw new IllegalStateException(mail + " was given no token");
        Map<String, List<Long>> records = new HashMap<>();
        for (String kind : KINDS) records.put(kind, records(kind, mail));
        return new Visitor(installation.url(), mail, browser.cookie("dp"), token.group(1), records);
    }

    /** A seller's own; for the others any that marketing owns or nobody does. */
    private List<Long> records(String kind, String mail) throws SQLException {
        String table = kind.equals("contact") || kind.equals("company") ? "contacts." : kind + "s.";
        String whose = mail.startsWith("seller")
                ? "owner_id = (select id from identity.person where mail = '" + mail + "')"
                : "id % 200 > 5";
        List<Long> ids = new ArrayList<>();
        try (Connection connection = database.owner().connect();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select id from " + table + kind + " where " + whose
                        + " order by hashint8(id) limit " + KNOWN)) {
            while (rows.next()) ids.add(rows.getLong(1));
        }
        if (ids.isEmpty()) throw new IllegalStateException(mail + " has no " + kind);
        return ids;
    }

    /** The middle of the list of leads, newest first. */
    String deep() throws SQLException {
        long middle = settings.contacts() / 2;
        String created = text("select created_at::text from leads.lead where id = " + middle);
        return new Cursor(created, middle, Cursor.Direction.AFTER).encode();
    }

    private String text(String query) throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void expect(int status, int answered, String what) {
        if (status != answered) throw new IllegalStateException(what + " was answered " + answered);
    }

    /** What the product said on its error output. */
    String complaints() throws IOException {
        return java.nio.file.Files.readString(installation.path("server.err"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        installation.stop();
        database.close();
        installation.close();
    }
}
