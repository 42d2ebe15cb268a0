package doppelpass.reach;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.api.Programs;
import doppelpass.core.TeamFunction;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs see and write as much as their person, of every kind of record and by every name a record has. */
@DoppelpassTest
class RightsOfProgramsTest {
    /** List → kind of its records, and a value of a field. */
    private static final Map<String, String> KINDS = Map.of(
            "contacts", "contact",
            "companies", "company",
            "leads", "lead",
            "deals", "deal",
            "tasks", "task",
            "activities", "activity");

    private static final Map<String, String> CHANGES = Map.of(
            "contacts", "{\"last_name\": \"stolen\"}",
            "companies", "{\"name\": \"stolen\"}",
            "leads", "{\"source\": \"stolen\"}",
            "deals", "{\"name\": \"stolen\"}",
            "tasks", "{\"title\": \"stolen\"}",
            "activities", "{\"note\": \"stolen\"}");
    /** A new record with a link: list, what stands before the number, the kind that is linked, what stands after it. */
    private static final List<List<String>> LINKS = List.of(
            List.of("leads", "{\"source\": \"x\", \"contact\": ", "contact", "}"),
            List.of("contacts", "{\"last_name\": \"x\", \"company\": ", "company", "}"),
            List.of("companies", "{\"name\": \"x\", \"parent\": ", "company", "}"),
            List.of("deals", "{\"name\": \"x\", \"contact\": ", "contact", "}"),
            List.of("deals", "{\"name\": \"x\", \"company\": ", "company", "}"),
            List.of("deals", "{\"name\": \"x\", \"lead\": ", "lead", "}"),
            List.of("activities", "{\"kind\": \"call\", \"contact\": ", "contact", "}"),
            List.of("activities", "{\"kind\": \"call\", \"deal\": ", "deal", "}"));

    private final Reaches reaches;
    private final Estates estates;
    private final Fingerprint fingerprint;
    private final Programs programs;
    private final Cast cast;

    RightsOfProgramsTest(Reaches reaches, Estates estates, Fingerprint fingerprint, Programs programs, Cast cast) {
        this.reaches = reaches;
        this.estates = estates;
        this.fingerprint = fingerprint;
        this.programs = programs;
        this.cast = cast;
    }

    @BeforeEach
    void enter() {
        cast.enter();
        reaches.agree();
        limit(Extent.OWN);
    }

    @AfterEach
    void openAgain() {
        limit(Extent.ALL);
    }

    @Test
    void foreignRecordsOfEveryKindAnswerAsIfTheyHadNeverBeenThere() {
        Estate foreign = estates.of("mara");
        Estate deleted = estates.deleted("mara");
        Program svea = programs.of("svea");
        Map<String, Program.Answer> never = knocked(svea, Estate.ghost(foreign));
        Set<String> before = fingerprint.taken();
        for (Estate estate : List.of(foreign, deleted)) {
            knocked(svea, estate).forEach((door, answer) -> {
                Program.Answer nothing = java.util.Objects.requireNonNull(never.get(door));
                assertThat(answer.status()).as(door).isEqualTo(nothing.status());
                assertThat(plain(answer)).as(door).isEqualTo(plain(nothing));
            });
        }
        assertThat(fingerprint.changedSince(before))
                .as("tables that were written")
                .isEmpty();
    }

    /** Every door by a record's number, and by those of records it would be linked to. */
    private static Map<String, Program.Answer> knocked(Program program, Estate estate) {
        Map<String, Program.Answer> answers = new LinkedHashMap<>();
        KINDS.forEach((list, kind) -> {
            String one = "/" + list + "/" + estate.id(kind);
            String change = CHANGES.getOrDefault(list, "");
            String row = "{\"op\": \"%s\", \"id\": " + estate.id(kind) + ", \"values\": " + change + "}";
            String rows = "[" + row.formatted("update") + "," + row.formatted("delete") + "]";
            answers.put("GET " + list, program.get(one));
            answers.put("PATCH " + list, program.send("PATCH", one, change));
            answers.put("PATCH with a version " + list, program.send("PATCH", one, change, "If-Match", "\"x\""));
            answers.put("DELETE " + list, program.send("DELETE", one, ""));
            answers.put("batch " + list, program.send("POST", "/" + list + "/batch", rows));
        });
        for (List<String> link : LINKS)
            answers.put(
                    "link " + link,
                    program.send("POST", "/" + link.get(0), link.get(1) + estate.id(link.get(2)) + link.get(3)));
        return answers;
    }

    private static String plain(Program.Answer answer) {
        return answer.body().replaceAll("\\d+", "#");
    }

    @Test
    void listsFiltersAndCountsKnowOnlyWhatIsSeen() {
        Estate own = estates.of("svea");
        Estate foreign = estates.of("mara");
        Program svea = programs.of("svea");
        KINDS.keySet().forEach(list -> {
            String all = svea.get("/" + list + "?count=exact&limit=200").body();
            assertThat(all).as(list).contains(own.word()).doesNotContain(foreign.word());
            assertThat(svea.get("/" + list + "?count=exact").at("/total"))
                    .as(list)
                    .isEqualTo("" + own.of(KINDS.getOrDefault(list, "")).size());
        });
        assertThat(svea.get("/events?limit=500").body().toLowerCase(Locale.ROOT))
                .doesNotContain(foreign.word().toLowerCase(Locale.ROOT));
        String filter = Program.encoded("deal.name.contains('" + foreign.word() + "')");
        assertThat(svea.get("/deals?count=exact&filter=" + filter).at("/total")).isEqualTo("0");
    }

    @Test
    void aForeignRecordIsNotChangedByTheNameAnotherSystemOrAMailGivesIt() {
        Estate foreign = estates.of("mara");
        Program svea = programs.of("svea");
        svea.get("/contacts"); // when the token was last used is written once a while
        Set<String> before = fingerprint.taken();
        for (String list : List.of("contacts", "companies", "leads", "deals")) {
            String kind = KINDS.getOrDefault(list, "");
            Program.Answer answer = svea.send(
                    "PUT",
                    "/" + list + "/by-source/old/" + foreign.word() + "-" + foreign.id(kind),
                    list.equals("leads") ? "{\"source\": \"stolen\", \"contact\": 1}" : CHANGES.getOrDefault(list, ""));
            assertThat(answer.status()).as(list).isIn(404, 409, 422);
            assertThat(answer.header("location")).as(list).isEmpty();
        }
        assertThat(fingerprint.changedSince(before))
                .as("tables that were written")
                .isEmpty();
        Program.Answer made = svea.send(
                "PUT", "/contacts/by-email/" + foreign.word() + "@kunde.test", CHANGES.getOrDefault("contacts", ""));
        assertThat(made.status()).as("a contact of her own").isEqualTo(201);
        assertThat(programs.of("mara").get("/contacts/" + foreign.id("contact")).body())
                .contains(foreign.word())
                .doesNotContain("stolen");
    }

    @Test
    void whatIsTheirsProgramsReadAndWriteOfEveryKind() {
        Program svea = programs.of("svea");
        KINDS.forEach((list, kind) -> {
            Estate own = estates.of("svea");
            String one = "/" + list + "/" + own.id(kind);
            assertThat(svea.get(one).body()).as(list).contains(own.word());
            if (Set.of("leads", "activities").contains(list)) return; // who changes these, other tests tell
            Program.Answer changed = svea.send("PATCH", one, CHANGES.getOrDefault(list, ""));
            assertThat(changed.status()).as(list).isEqualTo(200);
            assertThat(changed.body()).as(list).contains("stolen");
        });
    }

    private void limit(Extent extent) {
        Map<String, Extent> kinds =
                Estates.KINDS.stream().collect(Collectors.toMap(Function.identity(), kind -> extent));
        reaches.set(Map.of(TeamFunction.SALES, kinds), cast.person("ada"));
    }
}
