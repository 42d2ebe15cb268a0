package doppelpass.demo;

import doppelpass.core.BusinessWeek;
import doppelpass.core.TeamFunction;
import doppelpass.identity.NewPerson;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of the example company, by the parts they play. */
record Troupe(
        Person mara,
        Person mila,
        Person stefan,
        Person svea,
        Person jonas,
        Person lena,
        Person carlo,
        Person selma,
        Person boris,
        Person ada,
        long south,
        long north) {
    static final String NAME = "Altmühl Fördertechnik GmbH (Demo)";
    static final String DOMAIN = "@altmuehl-foerdertechnik.example";
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Founds the organisation and lets everybody in. */
    static Troupe enter(Organisations organisations, People people) {
        organisations.found(
                new Organisation(
                        NAME,
                        "de",
                        ZONE,
                        Currency.getInstance("EUR"),
                        1,
                        "DE",
                        "BY",
                        BusinessWeek.parse(Organisation.USUAL_WEEK)),
                person("ada", "Ada Novak", TeamFunction.ADMINISTRATION, null, false, true));
        long marketing = people.addTeam("Marketing", TeamFunction.MARKETING, "BY");
        long south = people.addTeam("Vertrieb Süd", TeamFunction.SALES, "BY");
        long north = people.addTeam("Vertrieb Nord", TeamFunction.SALES, "NI");
        long service = people.addTeam("Service", TeamFunction.SERVICE, "BY");
        people.add(person("mara", "Mara Lindinger", TeamFunction.MARKETING, marketing, true, false));
        people.add(person("mila", "Mila Orlić", TeamFunction.MARKETING, marketing, false, false));
        people.add(person("stefan", "Stefan Brandl", TeamFunction.SALES, south, true, false));
        people.add(person("svea", "Svea Hartung", TeamFunction.SALES, south, false, false));
        people.add(person("jonas", "Jonas Petersen", TeamFunction.SALES, north, false, false));
        people.add(person("lena", "Lena Altmann", TeamFunction.LEADERSHIP, null, true, false));
        people.add(person("carlo", "Carlo Bergmann", TeamFunction.CONTROLLING, null, false, false));
        people.add(person("selma", "Selma Aydın", TeamFunction.SERVICE, service, true, false));
        people.add(person("boris", "Boris Wallner", TeamFunction.WORKS_COUNCIL, null, false, false));
        return find(people, south, north);
    }

    private static Troupe find(People people, long south, long north) {
        return new Troupe(
                by(people, "mara"),
                by(people, "mila"),
                by(people, "stefan"),
                by(people, "svea"),
                by(people, "jonas"),
                by(people, "lena"),
                by(people, "carlo"),
                by(people, "selma"),
                by(people, "boris"),
                by(people, "ada"),
                south,
                north);
    }

    List<Person> everybody() {
        return List.of(mara, mila, stefan, svea, jonas, lena, carlo, selma, boris, ada);
    }

    /** Who takes the leads of a team. */
    Person seller(long team, Dice dice) {
        return team == north ? jonas : dice.chance(0.7) ? svea : stefan;
    }

    Person marketer(Dice dice) {
        return dice.chance(0.6) ? mila : mara;
    }

    private static Person by(People people, String name) {
        return people.byMail(name + DOMAIN).orElseThrow();
    }

    private static NewPerson person(
            String mail,
            String name,
            TeamFunction function,
            @Nullable Long team,
            boolean leads,
            boolean administrator) {
        return new NewPerson(mail + DOMAIN, name, null, "de", function, team, leads, administrator);
    }
}
