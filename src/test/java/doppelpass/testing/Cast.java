package doppelpass.testing;

import doppelpass.core.BusinessWeek;
import doppelpass.core.TeamFunction;
import doppelpass.database.DatabaseAddress;
import doppelpass.identity.NewPerson;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import java.time.ZoneId;
import java.util.Currency;
import org.jooq.DSLContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people of every test: Mara leads marketing, Stefan sales; Svea sells, Lena manages, Carlo controls, and so on. */
@Component
public class Cast {
    public static final String PASSWORD = "doppelpass-test";
    /** As the product writes them, but soon compared: most of a sign-in would go into it, and there are thousands. */
    private static final String HASH = new Argon2PasswordEncoder(16, 32, 1, 8, 1).encode(PASSWORD);

    private final Organisations organisations;
    private final People people;
    private final DSLContext db;
    private final DatabaseAddress owner;
    private final EmptyStage stage = new EmptyStage();

    Cast(Organisations organisations, People people, DSLContext db, DatabaseAddress owner) {
        this.owner = owner;
        this.organisations = organisations;
        this.people = people;
        this.db = db;
    }

    /** Empties every table: nobody is there, as on the first day. */
    public void leave() {
        stage.clear(owner);
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
