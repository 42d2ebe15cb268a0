package doppelpass.reach;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.database.Seeing;
import doppelpass.database.Sight;
import doppelpass.identity.NewPerson;
import doppelpass.identity.People;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
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

    private final Reaches reaches;
    private final Seeing seeing;
    private final SomeRecords some;
    private final People people;
    private final Cast cast;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Random random = new Random(25);

    RowsInSightTest(
            Reaches reaches,
            Seeing seeing,
            SomeRecords some,
            People people,
            Cast cast,
            DSLContext db,
            TransactionTemplate transaction) {
        this.reaches = reaches;
        this.seeing = seeing;
        this.some = some;
        this.people = people;
        this.cast = cast;
        this.db = db;
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
                    if (!seen.isEmpty()) compared.add(table);
                }
                return true;
            });
        }
        assertThat(compared)
                .contains("contacts.company", "contacts.contact", "leads.lead", "deals.deal", "timeline.activity");
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
