package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import doppelpass.fields.Definitions;
import doppelpass.identity.People;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.work.Queue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell that somebody changed in an exported file changes what it says of that one record, and undoing brings it back. */
@DoppelpassTest
class ChangedCellsTest {
    private static final Set<String> STAMPS = Set.of("updated_at", "words");

    /** The kind, the field whose cell is changed in the row of the first record, what is written, and what comes of it. */
    private static final String CELLS = """
            company | name | Kern AG | name=Kern AG
            company | fit | B | fit=B
            company | employees | 12 | employees=12
            company | industry | '=Bau | industry==Bau
            company | parent | Holding | parent_id=(select id from contacts.company where name = 'Holding')
            company | owner | Mara Marketing | owner_id=(select id from identity.person where name = 'Mara Marketing')
            company | x_number | 2.5 | fields.number=2.5
            company | x_choice | Rot | fields.choice=red
            company | x_link | only@mail.test | fields.link=(select id from contacts.contact where mail = 'only@mail.test')
            contact | last_name | Ohmeyer | last_name=Ohmeyer
            contact | mail | neu@ohm.test | mail=neu@ohm.test
            contact | company_text | '+Werk | company_id=(select id from contacts.company where name = '+Werk')
            contact | may_mail | Nein | may_mail=no
            contact | lawful_basis | Vertrag | lawful_basis=contract
            campaign | budget | 1234.56 | budget_minor=123456
            campaign | type | Webinar | type=Webinar
            campaign | type | Anzeige | type=Advertisement
            campaign | status | Aktiv | status=active
            campaign | channel | email | channel=email
            campaign | starts_on | 2026-05-01 | starts_on=2026-05-01
            campaign | owner | | owner_id=null
            lead | product_line | drives | product_line=drives
            lead | source | Messe | source=Messe
            lead | channel | email | channel=email
            lead | hand_raise | Bat um einen Preis | hand_raise=price_request
            lead | owner | Svea Sales | owner_id=(select min(id) from identity.person where name = 'Svea Sales') team_id=(select min(team_id) from identity.person where name = 'Svea Sales')
            deal | name | Größer | name=Größer
            deal | company | '=Werk | company_id=(select id from contacts.company where name = '=Werk')
            deal | contact | only@mail.test | contact_id=(select id from contacts.contact where mail = 'only@mail.test')
            deal | campaign | '-Lauf | campaign_id=(select id from campaigns.campaign where name = '-Lauf')
            deal | type | Ausbau | type=expansion
            deal | amount | 99.5 | amount_minor=9950
            deal | expected | 2026-08-01 | expected_close=2026-08-01
            deal | closing | 2026-08-02 | expected_close=2026-08-02
            deal | next_step | | next_step=null
            deal | next_step_on | 02.07.2026 | next_step_on=2026-07-02
            deal | loss_reason | Zeitpunkt | loss_reason=L05
            deal | source | '@Quelle | source=@Quelle
            task | title | Mailen | title=Mailen
            task | due_on | 2026-05-05 | due_on=2026-05-05
            task | due_time | 9:15 | due_time=09:15:00
            task | due_time | | due_time=null
            task | priority | niedrig | priority=low
            task | assignee | Mara Marketing | assignee_id=(select id from identity.person where name = 'Mara Marketing')
            task | note | '''=x | note=''=x
            activity | subject | Neu | subject=Neu
            activity | kind | meeting | kind=meeting
            activity | direction | An uns | direction=in
            activity | outcome | Ausgefallen | outcome=cancelled
            activity | minutes | 20 | duration_seconds=1200
            activity | minutes | | duration_seconds=null
            activity | note | | note=null
            activity | occurred_at | 2026-05-04 09:30 | occurred_at=(select to_jsonb(timestamptz '2026-05-04 09:30 Europe/Berlin')#>>'{}')
            activity | person | Mara Marketing | person_id=(select id from identity.person where name = 'Mara Marketing')
            activity | contact | only@mail.test | contact_id=(select id from contacts.contact where mail = 'only@mail.test')
            activity | company | '=Werk | company_id=(select id from contacts.company where name = '=Werk')
            activity | lead | | lead_id=null
            activity | deal | Offen | deal_id=(select id from deals.deal where name = 'Offen')
            activity | x_text | Halle 9 | fields.text=Halle 9
            """;

    private final Everything everything;
    private final Trips trips;
    private final Imports imports;
    private final DSLContext db;
    private final Cast cast;

    ChangedCellsTest(
            Imports imports,
            Definitions definitions,
            People people,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.everything = new Everything(imports, definitions, db, cast);
        this.trips = new Trips(imports, people, browsers, queue, db, cast);
        this.imports = imports;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        everything.stage();
        trips.speak("de");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "contact", "campaign", "lead", "deal", "task", "activity"})
    void aCellChangedInTheFileChangesThatAlone(String object) {
        long id = trips.number("select min(id) from " + imports.object(object).table());
        Set<String> others = others(object, id);
        Map<String, String> before = columns(object, id);
        CELLS.lines()
                .map(line -> line.split(" ?\\| ?", -1))
                .filter(cell -> cell[0].equals(object))
                .forEach(cell -> {
                    FileRow report = trips.run(object, "csv", changed(object, id, cell[1], cell[2]));
                    assertThat(trips.remarks(report)).as(cell[1]).isEmpty();
                    assertThat(List.of(report.updated(), report.inserted()))
                            .as(cell[1])
                            .containsExactly(1L, 0L);
                    assertThat(differences(before, columns(object, id)))
                            .as(cell[1])
                            .isEqualTo(expected(cell[3]));
                    assertThat(others(object, id)).as(cell[1]).isEqualTo(others);
                    imports.undo(report.importId());
                    assertThat(differences(before, columns(object, id)))
                            .as(cell[1])
                            .isEmpty();
                });
    }

    @Test
    void aDealMovedInTheFileHasItsEventAndOneThatIsWonItsDay() {
        long id = trips.number("select min(id) from deals.deal");
        trips.run("deal", "csv", changed("deal", id, "stage", "Won"));
        assertThat(db.fetchValue(
                        "select s.kind || ' ' || (d.closed_at is not null) || ' ' || d.amount_minor || ' ' || d.expected_close"
                                + " from deals.deal d join deals.stage s on s.id = d.stage_id where d.id = " + id))
                .isEqualTo("won true 1234567 2026-07-31");
        assertThat(db.fetchValues("select kind || ' ' || amount_minor from deals.event where deal_id = " + id))
                .hasToString("[won 1234567]");
        assertThat(trips.number("select count(*) from deals.pipeline")).isEqualTo(1);
    }

    @Test
    void aPlanHeldInTheFileIsKnownFromThenOnAndTheSameFileStillFindsIt() {
        long id = trips.number("select id from timeline.activity where outcome = 'planned'");
        db.execute("update timeline.activity set recorded_at = '2026-01-01' where id = " + id);
        byte[] before = changed("activity", id, "subject", "Angebot");
        trips.run("activity", "csv", changed("activity", id, "outcome", "reached"));
        assertThat(db.fetchValue(
                        "select outcome || ' ' || (recorded_at > '2026-01-02') from timeline.activity where id = "
                                + id))
                .isEqualTo("reached true");
        FileRow again = trips.run("activity", "csv", before);
        assertThat(List.of(again.updated(), again.inserted())).containsExactly(1L, 0L);
    }

    @Test
    void anActivityStaysAboutSomebody() {
        long id = trips.number("select id from timeline.activity where outcome = 'planned'");
        FileRow report = trips.run("activity", "csv", changed("activity", id, "contact", ""));
        assertThat(List.of(report.unchanged(), report.updated())).containsExactly(trips.rows("activity"), 0L);
        assertThat(trips.number(
                        "select count(*) from timeline.activity where id = " + id + " and contact_id is not null"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "lead,state,OPEN,contradiction.state",
        "lead,owner,Mara Marketing,contradiction.owner",
        "contact,may_call,ja,contradiction.may_call",
        "task,due_time,25:00,contradiction.due_time",
        "task,assignee,Niemand,link",
        "activity,minutes,-5,contradiction.minutes",
        "activity,contact,niemand@mail.test,stillLinked",
        "deal,company,Niemand AG,stillLinked",
        "lead,contact,niemand@mail.test,stillLinked",
        "company,x_link,niemand@mail.test,stillLinked"
    })
    void whatCannotBeIsSaidAndChangesNothing(String object, String field, String cell, String reason) {
        db.execute("update leads.lead set owner_id = (select min(id) from identity.person where name = 'Svea Sales')"
                + " where state = 'SAL'");
        long id = trips.number("select min(id) from " + imports.object(object).table());
        Set<String> before = trips.all();
        FileRow report = trips.run(object, "csv", changed(object, id, field, cell));
        assertThat(trips.remarks(report))
                .singleElement()
                .asString()
                .contains("field=" + field + ",", "reason=" + reason + ",");
        trips.unchanged(object, before);
    }

    @Test
    void noCompanyBelongsToItself() {
        long first = trips.number("select min(id) from contacts.company");
        db.execute("update contacts.company set name = 'Mutter' where id = " + first);
        Set<String> before = trips.all();
        FileRow below = trips.run("company", "csv", changed("company", first, "parent", "Kern GmbH"));
        assertThat(trips.remarks(below)).singleElement().asString().contains("reason=contradiction.parent");
        trips.unchanged("company", before);
        db.execute("update contacts.company set parent_id = null");
        String circle = "Record ID,name,parent\n%s,Mutter,Kern GmbH\n%s,Kern GmbH,Mutter\n"
                .formatted(key("company", first), key("company", first + 1));
        FileRow together = trips.run("company", "csv", circle.getBytes(StandardCharsets.UTF_8));
        assertThat(trips.remarks(together)).singleElement().asString().contains("reason=contradiction.parent");
        assertThat(trips.number("select count(*) from contacts.company where parent_id is not null"))
                .isEqualTo(1);
    }

    /** The exported file with one cell written anew. */
    private byte[] changed(String object, long id, String field, String cell) {
        byte[] file = trips.export(object, "csv", trips.columns(object));
        String column = trips.mapping(object, file).columns().stream()
                .filter(c -> c.field().equals(field))
                .findFirst()
                .orElseThrow()
                .column();
        List<CsvRecord> rows =
                CsvReader.builder().ofCsvRecord(new String(file, StandardCharsets.UTF_8).replace("\ufeff", "")).stream()
                        .toList();
        int place = rows.getFirst().getFields().indexOf(column);
        String key = key(object, id);
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            for (CsvRecord row : rows) {
                List<String> cells = new ArrayList<>(row.getFields());
                if (cells.contains(key)) cells.set(place, cell);
                csv.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String key(String object, long id) {
        return db.fetchValue("select 'd' || id || '-' || (extract(epoch from "
                        + imports.object(object).recorded() + ") * 1000000)::bigint from "
                        + imports.object(object).table() + " where id = " + id)
                .toString();
    }

    private Map<String, String> columns(String object, long id) {
        String row = "to_jsonb(t) - 'fields' || coalesce((select jsonb_object_agg('fields.' || key, value)"
                + " from jsonb_each(t.fields)), '{}')";
        Map<String, String> columns = new TreeMap<>();
        db.fetch("select key, value from " + imports.object(object).table() + " t cross join lateral jsonb_each_text("
                        + row + ") where id = " + id)
                .forEach(r -> columns.put(r.get(0, String.class), String.valueOf(r.get(1, String.class))));
        return columns;
    }

    private static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, String> different = new TreeMap<>(after);
        different.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())) || STAMPS.contains(e.getKey()));
        return different;
    }

    /** {@code name=value} or {@code name=(query)}, a blank before each further name. */
    private Map<String, String> expected(String written) {
        Map<String, String> expected = new TreeMap<>();
        for (String part : written.split(" (?=[a-z_]+=\\()")) {
            String value = part.substring(part.indexOf('=') + 1);
            expected.put(
                    part.substring(0, part.indexOf('=')),
                    value.startsWith("(select") ? String.valueOf(db.fetchValue(value)) : value);
        }
        return expected;
    }

    private Set<String> others(String object, long id) {
        String table = imports.object(object).table();
        return db.fetchValues("select t::text from " + table + " t where id <> " + id).stream()
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }
}
