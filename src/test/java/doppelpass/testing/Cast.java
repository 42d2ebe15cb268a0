package doppelpass.testing;

import doppelpass.core.BusinessWeek;
import doppelpass.core.TeamFunction;
import doppelpass.database.DatabaseAddress;
import doppelpass.identity.NewPerson;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Currency;
import org.jooq.DSLContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people of every test: Mara leads marketing, Stefan sales; Svea sells, Lena manages, Carlo controls, and so on. */
@Component
public class Cast {
    public static final String PASSWORD = "doppelpass-test";
    private static final String HASH =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);

    private final Organisations organisations;
    private final People people;
    private final DSLContext db;
    private final DatabaseAddress owner;

    Cast(Organisations organisations, People people, DSLContext db, DatabaseAddress owner) {
        this.owner = owner;
        this.organisations = organisations;
        this.people = people;
        this.db = db;
    }

    /** Empties every table: nobody is there, as on the first day. */
    public void leave() {
        db.fetch("""
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public', 'audit')
                  and coalesce(obj_description(format('%I.%I', table_schema, table_name)::regclass, 'pg_class')
                    not like 'transient, structure%', true)""").into(String.class).stream()
                .reduce((a, b) -> a + ", " + b)
                .ifPresent(tables -> db.execute("truncate " + tables + " restart identity cascade"));
        forgetWhatWasChanged();
    }

    /** The audit is append-only for the product; only the database's owner can begin it anew. */
    private void forgetWhatWasChanged() {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate audit.entry, audit.batch, audit.pending, audit.verification restart identity");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empties every table and sets the stage anew. */
    public void enter() {
        leave();
        organisations.found(
                new Organisation(
                        "Kern Antriebstechnik GmbH",
                        "en",
                        ZoneId.of("Europe/Berlin"),
                        Currency.getInstance("EUR"),
                        1,
                        "DE",
                        "BY",
                        BusinessWeek.parse(Organisation.USUAL_WEEK)),
                new NewPerson(
                        "ada@kern.test", "Ada Admin", null, "en", TeamFunction.ADMINISTRATION, null, false, true));
        long marketing = people.addTeam("Marketing", TeamFunction.MARKETING, "BY");
        long sales = people.addTeam("Sales South", TeamFunction.SALES, "BY");
        long service = people.addTeam("Service", TeamFunction.SERVICE, "BY");
        add("mara", "Mara Marketing", TeamFunction.MARKETING, marketing, true);
        add("stefan", "Stefan Sales", TeamFunction.SALES, sales, true);
        add("svea", "Svea Sales", TeamFunction.SALES, sales, false);
        add("lena", "Lena Lead", TeamFunction.LEADERSHIP, null, true);
        add("carlo", "Carlo Control", TeamFunction.CONTROLLING, null, false);
        add("selma", "Selma Service", TeamFunction.SERVICE, service, true);
        add("boris", "Boris Council", TeamFunction.WORKS_COUNCIL, null, false);
        db.execute("update identity.person set password = {0}", org.jooq.impl.DSL.val(HASH));
    }

    private void add(
            String name,
            String full,
            TeamFunction function,
            @org.jspecify.annotations.Nullable Long team,
            boolean leads) {
        people.add(new NewPerson(name + "@kern.test", full, null, "en", function, team, leads, false));
    }

    /** By first name, for example {@code cast.person("svea")}. */
    public Person person(String name) {
        return people.byMail(name + "@kern.test").orElseThrow();
    }
}
