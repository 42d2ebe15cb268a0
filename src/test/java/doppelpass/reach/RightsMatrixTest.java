package doppelpass.reach;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.identity.NewPerson;
import doppelpass.identity.People;
import doppelpass.reach.Places.Door;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Roles by records: every route of the running product that has somebody's record in its address, for own, the team's, foreign,
 * deleted and merged ones. What is not for somebody answers word for word as what has never been there, tells no word of it and
 * writes nothing; what is for them opens.
 */
@DoppelpassTest
class RightsMatrixTest {
    /** What only a picture shows, and what no check finds. */
    private static final String CLOSED = "GET (/files/#/view|/data-care/deals.*)";
    /** What these want of a record (to rest on nothing, to be closed, to be wrong) or of a form, tests of their own give them. */
    private static final String ASKS_MORE =
            "(PUT|DELETE) /data-care/.*|DELETE /(bin|shares)/.*|PUT /bin/(company|contact|deal)-#"
                    + "|DELETE /(deals/#/closure|(files|notes)/#/deletion|tasks/#/completion|timeline/#/withdrawal)"
                    + "|(PUT|POST) /hand-overs/#/(query|acceptance|answer|pause|return|team)"
                    + "|(PUT|DELETE) /(activities|day/plans)/#/(outcome|time)"
                    + "|PUT /(deals/#(/answers/bant.budget|/closure)?|leads/#(/disqualification|/owner|/recycling|/state)?)"
                    + "|PUT /lists/(contacts/#/first_name|leads/#/product)|PUT /tasks/#/omission";

    private static final List<String> OWNERS = List.of("svea", "stefan", "nils", "mara");

    private final Reaches reaches;
    private final Estates estates;
    private final Places places;
    private final Fingerprint fingerprint;
    private final People people;
    private final Cast cast;
    private final TestBrowsers browsers;
    private final DSLContext db;
    private final Map<String, Estate> world = new LinkedHashMap<>();

    RightsMatrixTest(
            Reaches reaches,
            Estates estates,
            Places places,
            Fingerprint fingerprint,
            People people,
            Cast cast,
            TestBrowsers browsers,
            DSLContext db) {
        this.reaches = reaches;
        this.estates = estates;
        this.places = places;
        this.fingerprint = fingerprint;
        this.people = people;
        this.cast = cast;
        this.browsers = browsers;
        this.db = db;
    }

    @BeforeEach
    void world() {
        cast.enter();
        reaches.agree();
        long north = people.addTeam("Sales North", TeamFunction.SALES, "HH");
        people.add(new NewPerson("nils@kern.test", "Nils North", null, "en", TeamFunction.SALES, north, false, false));
        WebClient ada = browsers.as("ada");
        for (String kind : Estates.KINDS)
            ada.post(
                    "/fields",
                    Map.of("kind", kind, "type", "text", "quick", "yes", "labelDe", "Canary", "labelEn", "Canary"));
        OWNERS.forEach(owner -> world.put(owner, estates.of(owner)));
        for (String owner : List.of("svea", "mara")) {
            world.put(owner + ", deleted", estates.deleted(owner));
            world.put(owner + ", merged", estates.merged(owner, estate(owner)));
        }
    }

    @AfterEach
    void openAgain() {
        limit(Extent.ALL, Reaches.FUNCTIONS.toArray(TeamFunction[]::new));
    }

    @Test
    void whatIsNotForSomebodyIsAsIfItHadNeverBeenThereAndWhatIsForThemOpens() {
        List<String> wrong = new ArrayList<>();
        limit(Extent.OWN, TeamFunction.SALES);
        refused("svea", List.of("stefan", "mara", "mara, deleted", "mara, merged"), wrong);
        opens("svea", estate("svea"), wrong);
        limit(Extent.TEAM, TeamFunction.SALES);
        refused("svea", List.of("nils"), wrong);
        opens("svea", estate("stefan"), wrong);
        limit(Extent.DEPARTMENT, TeamFunction.SALES);
        refused("svea", List.of("mara"), wrong);
        opens("svea", estate("nils"), wrong);
        limit(Extent.OWN, TeamFunction.MARKETING, TeamFunction.SERVICE, TeamFunction.CONTROLLING);
        refused("mara", List.of("svea", "svea, deleted", "svea, merged"), wrong);
        opens("mara", estate("mara"), wrong);
        for (String nothing : List.of("selma", "carlo")) refused(nothing, List.of("svea", "svea, merged"), wrong);
        refused("boris", List.of("svea"), wrong);
        assertThat(wrong).isEmpty();
    }

    /** Knocks with these, which the reader must not see. */
    private void refused(String reader, List<String> unseen, List<String> wrong) {
        WebClient client = browsers.as(reader);
        Map<String, String> never = new HashMap<>();
        Set<String> before = fingerprint.taken();
        for (String name : unseen) {
            Estate estate = estate(name);
            List<Door> doors = places.doors(estate);
            List<Door> ghosts = places.doors(Estate.ghost(estate));
            for (int i = 0; i < doors.size(); i++) {
                Door door = doors.get(i);
                Door ghost = ghosts.get(i);
                String there = answer(client, door, estate, wrong, reader + " at " + name);
                String nothing =
                        never.computeIfAbsent(door.name() + i, k -> answer(client, ghost, estate, wrong, reader));
                if (!there.equals(nothing))
                    wrong.add("%s at %s: %s %s says %s, of nothing it says %s"
                            .formatted(reader, name, door.route().method(), door.address(), there, nothing));
            }
            Set<String> changed = fingerprint.changedSince(before);
            if (!changed.isEmpty()) {
                wrong.add(reader + " changed of " + name + ": " + changed);
                before = fingerprint.taken();
            }
        }
    }

    private String answer(WebClient client, Door door, Estate estate, List<String> wrong, String who) {
        HttpResponse<String> answer = send(client, door, estate);
        if (tells(answer, estate.word())) wrong.add(who + ": " + door.name() + " tells");
        if (answer.statusCode() >= 500) wrong.add(who + ": " + door.name() + " fails");
        String location = answer.headers().firstValue("Location").orElse("").replaceAll("\\d+", "#");
        return (answer.statusCode() + " " + location.replaceFirst("^https?://[^/]+", "")).strip();
    }

    private static HttpResponse<String> send(WebClient client, Door door, Estate estate) {
        if (door.pattern().startsWith("/files/on/") && !door.reads())
            return client.upload(door.address(), "files", "x.txt", "x".getBytes(StandardCharsets.UTF_8), Map.of());
        return door.reads()
                ? client.get(door.address())
                : client.send(door.route().method(), door.address(), Typed.at(door, estate));
    }

    private static boolean tells(HttpResponse<String> answer, String word) {
        String all = answer.body().replaceAll("</?mark>", "") + answer.headers().map();
        return all.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private void opens(String reader, Estate estate, List<String> wrong) {
        WebClient client = browsers.as(reader);
        Set<String> roles = cast.person(reader).roles();
        for (Door door : places.doors(estate)) {
            if (!door.reads() || !door.route().allows(roles) || door.name().matches(CLOSED)) continue;
            if (door.name().contains("deal") && !cells(reader)) continue;
            int status = send(client, door, estate).statusCode();
            if (status != 200 && status != 302) wrong.add(reader + " finds closed: " + status + " " + door.address());
        }
    }

    /** Marketing reads deals and writes none. */
    private static boolean cells(String reader) {
        return !reader.equals("mara");
    }

    @Test
    void whoMayWriteARecordDoes() {
        Map<String, String> refused = new TreeMap<>();
        limit(Extent.OWN, TeamFunction.SALES);
        WebClient client = browsers.as("svea");
        client.get("/me");
        Set<String> roles = cast.person("svea").roles();
        List<String> names = places.doors(estate("svea")).stream()
                .filter(door -> !door.reads() && door.route().allows(roles))
                .map(Door::name)
                .distinct()
                .toList();
        for (String name : names) {
            int status = afresh(client, name);
            if (status >= 400) refused.put(name, status + "");
        }
        assertThat(refused.keySet())
                .filteredOn(name -> !name.matches(ASKS_MORE))
                .as("%s", refused)
                .isEmpty();
    }

    /** At a door of a record that nobody has written at before. */
    private int afresh(WebClient client, String name) {
        Estate fresh = estates.of("svea");
        Door door = places.doors(fresh).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return send(client, door, fresh).statusCode();
    }

    private Estate estate(String name) {
        return java.util.Objects.requireNonNull(world.get(name), name);
    }

    private void limit(Extent extent, TeamFunction... functions) {
        Map<String, Extent> kinds =
                Estates.KINDS.stream().collect(Collectors.toMap(Function.identity(), kind -> extent));
        reaches.set(
                Arrays.stream(functions).collect(Collectors.toMap(Function.identity(), function -> kinds)),
                cast.person("ada"));
    }
}
