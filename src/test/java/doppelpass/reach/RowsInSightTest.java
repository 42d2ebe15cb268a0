package doppelpass.reach;

import static doppelpassdb.contacts.Tables.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.database.DatabaseAddress;
import doppelpass.database.Occurring;
import doppelpass.database.Seeing;
import doppelpass.database.Sight;
import doppelpass.identity.NewPerson;
import doppelpass.identity.People;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What statements filter by themselves that are asked with everybody's eyes, against what the policies let pass. */
@DoppelpassTest
class RowsInSightTest {
    private static final List<String> KINDS = List.of("company", "contact", "lead", "deal");
    /** Each of the four alone, then mixtures. */
    private static final int MIXTURES = 24;

    private static final String TAKEN = "{-1}";

    private final Reaches reaches;
    private final Seeing seeing;
    private final SomeRecords some;
    private final People people;
    private final Cast cast;
    private final DSLContext db;
    private final DatabaseAddress owner;
    private final TransactionTemplate transaction;
    private final Random random = new Random(25);

    RowsInSightTest(
            Reaches reaches,
            Seeing seeing,
            SomeRecords some,
            People people,
            Cast cast,
            DSLContext db,
            DatabaseAddress owner,
            TransactionTemplate transaction) {
        this.reaches = reaches;
        this.seeing = seeing;
        this.some = some;
        this.people = people;
        this.cast = cast;
        this.db = db;
        this.owner = owner;
        this.transaction = transaction;
    }

    @BeforeEach
    void world() {
        cast.enter();
        reaches.agree();
        long north = people.addTeam("Sales North", TeamFunction.SALES, "HH");
        people.add(new NewPerson("nils@kern.test", "Nils North", null, "en", TeamFunction.SALES, north, false, false));
        for (int round = 0; round < 4; round++) {
            for (String owner : List.of("svea", "stefan", "nils", "mara"))
                some.of(cast.person(owner).id(), owner + round);
            some.of(null, "nobody" + round);
        }
        link("contacts.contact", "company_id", "contacts.company");
        link("leads.lead", "company_id", "contacts.company");
        link("deals.deal", "company_id", "contacts.company");
        link("deals.deal", "contact_id", "contacts.contact");
        link("deals.deal", "lead_id", "leads.lead");
        for (String kind : KINDS)
            db.execute(
                    "insert into reach.share (kind, record_id, person_id, shared_by, shared_at) select ?, max(id), ?, ?, now() from "
                            + SomeRecords.TABLES.get(kind),
                    kind,
                    cast.person("svea").id(),
                    cast.person("ada").id());
    }

    @AfterEach
    void openAgain() {
        limit(List.of(Extent.ALL, Extent.ALL, Extent.ALL, Extent.ALL));
    }

    @Test
    void writtenOutTheyAreTheSameRowsWhateverTheExtentsAre() {
        Set<String> compared = new HashSet<>();
        Set<String> entered = new HashSet<>();
        Set<String> known = new HashSet<>();
        for (int mixture = 0; mixture < MIXTURES; mixture++) {
            Extent same = Extent.values()[mixture % 4];
            List<Extent> extents = mixture < 4 ? List.of(same, same, same, same) : drawn();
            limit(extents);
            Sight sight = reaches.sight(cast.person("svea")).orElse(null);
            if (sight == null) continue;
            Sight.with(java.util.Optional.of(sight), () -> {
                for (String table : sight.rows().keySet()) {
                    Set<String> seen = rows(table, DSL.noCondition());
                    Condition written = seeing.rows(table, table);
                    Set<String> filtered = transaction.execute(status -> seeing.everything(() -> rows(table, written)));
                    assertThat(filtered).as("%s with %s", table, extents).isEqualTo(seen);
                    List<Condition> entries = seeing.entries(table, table);
                    if (entries.size() > 1) {
                        List<String> found = transaction.execute(status -> seeing.everything(() -> entries.stream()
                                .flatMap(entry -> rows(table, entry).stream())
                                .toList()));
                        assertThat(found)
                                .as("%s by whose they are and by number, %s", table, extents)
                                .containsExactlyInAnyOrderElementsOf(seen);
                        entered.add(table);
                    }
                    sight.rows().get(table).owned().ifPresent(owned -> {
                        assertThat(seen)
                                .as("%s with %s", table, extents)
                                .containsAll(rows(table, DSL.condition(owned)));
                        known.add(table);
                    });
                    if (!seen.isEmpty()) compared.add(table);
                }
                return true;
            });
        }
        assertThat(compared)
                .contains("contacts.company", "contacts.contact", "leads.lead", "deals.deal", "timeline.activity");
        assertThat(entered).contains("contacts.company", "contacts.contact", "leads.lead", "deals.deal");
        assertThat(known).containsExactlyInAnyOrder("contacts.company", "contacts.contact", "leads.lead", "deals.deal");
    }

    @Test
    void valuesForFiltersAreThoseOfTheRowsThatAreSeen() {
        db.execute(
                "update contacts.contact set source = 'From ' || id % 9, country = case when id % 2 = 0 then 'AT' end");
        for (Extent extent : Extent.values()) {
            limit(List.of(extent, extent, extent, extent));
            Sight.with(reaches.sight(cast.person("svea")), () -> {
                List<Field<String>> columns = List.of(CONTACT.SOURCE, CONTACT.COUNTRY);
                List<List<String>> values = Occurring.values(db, CONTACT, columns);
                for (Field<String> column : columns) {
                    List<String> seen = db.fetch("select distinct " + column.getName() + " from contacts.contact where "
                                    + column.getName() + " <> '' order by 1")
                            .into(String.class);
                    assertThat(values.get(columns.indexOf(column)))
                            .as("%s %s", extent, column)
                            .isEqualTo(seen)
                            .isNotEmpty();
                }
                assertThat(asked(db -> Occurring.values(db, CONTACT, columns)))
                        .as("whoever sees a part by number reads it once, others jump along the index")
                        .hasSize(extent == Extent.OWN ? 1 : 2)
                        .allSatisfy(sql -> assertThat(sql.contains("recursive")).isEqualTo(extent != Extent.OWN));
                return true;
            });
        }
    }

    /** The statements of some work. */
    private List<String> asked(Consumer<DSLContext> work) {
        List<String> statements = new ArrayList<>();
        work.accept(DSL.using(db.configuration()
                .deriveAppending(ExecuteListener.onExecuteStart(context -> statements.add(context.sql())))));
        return statements;
    }

    @Test
    void customFieldsAreFoundAlongTheirIndexBeforePoliciesAreCompared() throws SQLException {
        limit(List.of(Extent.OWN, Extent.OWN, Extent.OWN, Extent.OWN));
        try (Connection connection = owner.connect()) {
            DSLContext raw = DSL.using(connection);
            raw.execute("create index reach_badge on contacts.contact ((fields ->> 'badge'))");
            try {
                read(raw, "svea");
                raw.execute("set role doppelpass_reader_sales");
                raw.execute("set enable_seqscan = off");
                raw.execute("set enable_bitmapscan = off");
                String plan = raw.fetch("explain select id from contacts.contact where fields ->> 'badge' = 'b7'")
                        .formatCSV();
                assertThat(plan).contains("reach_badge").contains("Index Cond: ((fields ->> 'badge'");
            } finally {
                raw.execute("reset role");
                raw.execute("drop index contacts.reach_badge");
            }
        }
    }

    @Test
    void whatWasCountedOutIsKeptForItsReaderUntilSomethingIsWritten() throws SQLException {
        limit(List.of(Extent.OWN, Extent.OWN, Extent.OWN, Extent.OWN));
        try (Connection connection = owner.connect()) {
            DSLContext raw = DSL.using(connection);
            read(raw, "svea");
            String counted = seen(raw);
            assertThat(keptIsTaken(raw))
                    .as("within a few tries nobody else writes")
                    .isTrue();
            read(raw, "stefan");
            assertThat(seen(raw)).isNotIn(counted, TAKEN);
            read(raw, "svea");
            seen(raw);
            assertThat(keptIsTaken(raw)).isTrue();
            db.execute(
                    "update leads.lead set owner_id = ? where id = (select min(id) from leads.lead where owner_id = ?)",
                    cast.person("stefan").id(),
                    cast.person("svea").id());
            assertThat(seen(raw)).isNotIn(counted, TAKEN);
        }
    }

    private void read(DSLContext raw, String person) {
        Sight sight = reaches.sight(cast.person(person)).orElseThrow();
        sight.settings().forEach((name, value) -> raw.fetch("select set_config(?, ?, false)", name, value));
    }

    private static String seen(DSLContext raw) {
        return String.valueOf(raw.fetchValue("select reach.sales_sees_lead()::text"));
    }

    /** Puts something else in its place: is that believed? Other work of the product may write in between. */
    private static boolean keptIsTaken(DSLContext raw) {
        for (int round = 0; round < 50; round++) {
            seen(raw);
            raw.fetch(
                    "select set_config(setting, regexp_replace(current_setting(setting), '[|][^|]*$', '|' || ?), false)"
                            + " from (select 'doppelpass.kept_sales_sees_lead' as setting) one",
                    TAKEN);
            if (seen(raw).equals(TAKEN)) return true;
        }
        return false;
    }

    private List<Extent> drawn() {
        return random.ints(4, 0, 4).mapToObj(i -> Extent.values()[i]).toList();
    }

    private void limit(List<Extent> extents) {
        Map<String, Extent> kinds = new HashMap<>();
        for (int i = 0; i < KINDS.size(); i++) kinds.put(KINDS.get(i), extents.get(i));
        reaches.set(Map.of(TeamFunction.SALES, kinds), cast.person("ada"));
    }

    private Set<String> rows(String table, Condition which) {
        return new HashSet<>(db.select(DSL.field("ctid::text", String.class))
                .from(table)
                .where(which)
                .fetchInto(String.class));
    }

    /** Half of the rows name any one of the others. */
    private void link(String table, String column, String other) {
        List<Long> others = db.fetch("select id from " + other + " order by id").into(Long.class);
        for (long id : db.fetch("select id from " + table + " order by id").into(Long.class)) {
            if (random.nextBoolean())
                db.execute(
                        "update " + table + " set " + column + " = ? where id = ?",
                        others.get(random.nextInt(others.size())),
                        id);
        }
    }
}
