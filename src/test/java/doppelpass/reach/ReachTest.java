package doppelpass.reach;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.database.Seeing;
import doppelpass.database.Sight;
import doppelpass.identity.NewPerson;
import doppelpass.identity.People;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database shows to a reader of each extent, table by table, against the rule in words. */
@DoppelpassTest
class ReachTest {
    /** By the table of docs: whose records Svea, who sells in the south, sees. */
    private static final Map<Extent, Set<String>> SEEN = Map.of(
            Extent.OWN, Set.of("svea"),
            Extent.TEAM, Set.of("svea", "stefan", "nobody"),
            Extent.DEPARTMENT, Set.of("svea", "stefan", "nils", "nobody"),
            Extent.ALL, Set.of("svea", "stefan", "nils", "mara", "nobody"));

    private static final List<String> KINDS = List.of("company", "contact", "lead", "deal");

    private final Reaches reaches;
    private final Seeing seeing;
    private final SomeRecords some;
    private final People people;
    private final Cast cast;
    private final DSLContext db;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final Map<String, SomeRecords.Family> families = new HashMap<>();

    ReachTest(
            Reaches reaches,
            Seeing seeing,
            SomeRecords some,
            People people,
            Cast cast,
            DSLContext db,
            DataSource database,
            TransactionTemplate transaction) {
        this.reaches = reaches;
        this.seeing = seeing;
        this.some = some;
        this.people = people;
        this.cast = cast;
        this.db = db;
        this.database = database;
        this.transaction = transaction;
    }

    @BeforeEach
    void world() {
        cast.enter();
        reaches.agree();
        long north = people.addTeam("Sales North", TeamFunction.SALES, "HH");
        people.add(new NewPerson("nils@kern.test", "Nils North", null, "en", TeamFunction.SALES, north, false, false));
        for (String owner : List.of("svea", "stefan", "nils", "mara"))
            families.put(owner, some.of(cast.person(owner).id(), owner));
        families.put("nobody", some.of(null, "nobody"));
    }

    @AfterEach
    void openAgain() {
        limit(Extent.ALL);
    }

    @Test
    void eachExtentShowsItsOwnersRecordsAndWhatHangsOnThem() {
        for (Extent extent : Extent.values()) {
            limit(extent);
            Set<String> seen = SEEN.getOrDefault(extent, Set.of());
            assertThat(asSvea("select name from contacts.company"))
                    .as("companies, %s", extent)
                    .isEqualTo(once(seen, 1));
            assertThat(asSvea("select name from contacts.contact_card"))
                    .as("contacts, %s", extent)
                    .isEqualTo(once(seen, 2));
            assertThat(asSvea("select source from leads.lead_card"))
                    .as("leads, %s", extent)
                    .isEqualTo(once(seen, 1));
            assertThat(asSvea("select name from deals.deal_card"))
                    .as("deals, %s", extent)
                    .isEqualTo(once(seen, 1));
            for (String hanging : List.of(
                    "select subject from timeline.activity",
                    "select title from timeline.touchpoint_card",
                    "select title from tasks.task_card",
                    "select text from notes.note")) {
                assertThat(asSvea(hanging)).as("%s, %s", hanging, extent).isEqualTo(once(seen, KINDS.size()));
            }
            assertThat(asSvea("select kind from tags.tagging"))
                    .as("tags, %s", extent)
                    .hasSize(seen.size() * KINDS.size());
        }
    }

    @Test
    void aSeenDealOpensItsLeadItsPeopleAndItsCompanyAndNothingElse() {
        limit(Extent.OWN);
        SomeRecords.Family mine = family("svea");
        SomeRecords.Family hers = family("mara");
        db.execute(
                "update deals.deal set company_id = {0}, lead_id = {1} where id = {2}",
                val(hers.company()), val(hers.lead()), val(mine.deal()));
        assertThat(asSvea("select name from contacts.company")).containsExactly("mara", "svea");
        assertThat(asSvea("select source from leads.lead")).containsExactly("mara", "svea");
        assertThat(asSvea("select last_name from contacts.contact")).containsExactly("mara", "svea", "svea");
        assertThat(asSvea("select name from deals.deal")).containsExactly("svea");
    }

    @Test
    void aCompanyThatIsOpenDoesNotOpenWhatWasSaidAboutAForeignPersonOfIt() {
        limit(Extent.OWN);
        db.execute(
                "update timeline.activity set company_id = {0} where contact_id = {1}",
                val(family("svea").company()), val(family("mara").contact()));
        assertThat(asSvea("select subject from timeline.activity")).containsOnly("svea");
    }

    @Test
    void aSharedRecordIsSeenByThePersonOrTheTeamUntilItEnds() {
        limit(Extent.OWN);
        some.insert(
                "insert into reach.share (kind, record_id, person_id, shared_by, shared_at) values ('deal', {0}, {1}, {1}, now())",
                family("mara").deal(), cast.person("svea").id());
        some.insert(
                "insert into reach.share (kind, record_id, team_id, shared_by, shared_at) values ('contact', {0}, {1}, {2}, now())",
                family("nils").contact(),
                cast.person("svea").teamId(),
                cast.person("stefan").id());
        assertThat(asSvea("select name from deals.deal")).containsExactly("mara", "svea");
        assertThat(asSvea("select last_name from contacts.contact")).containsExactly("nils", "svea", "svea");
        assertThat(asSvea("select subject from timeline.activity where deal_id is not null"))
                .containsExactly("mara", "svea");
        db.execute("delete from reach.share");
        assertThat(asSvea("select name from deals.deal")).containsExactly("svea");
    }

    @Test
    void aPassThatWaitsShowsItsLeadToTheTeamItWasPlayedTo() {
        limit(Extent.OWN);
        some.insert(
                "insert into leads.handover (lead_id, cycle, from_function, to_function, to_team_id, kind, trigger, offered_at,"
                        + " due_accept_at) values ({0}, 1, 'marketing', 'sales', {1}, 'mql', 'x', now(), now())",
                family("mara").lead(), cast.person("svea").teamId());
        some.insert(
                "insert into leads.handover (lead_id, cycle, from_function, to_function, to_team_id, kind, trigger, offered_at,"
                        + " due_accept_at) values ({0}, 1, 'marketing', 'sales', {1}, 'mql', 'x', now(), now())",
                family("nils").lead(), cast.person("nils").teamId());
        assertThat(asSvea("select source from leads.lead")).containsExactly("mara", "svea");
        db.execute("update leads.handover set outcome = 'accepted', decided_at = now()");
        assertThat(asSvea("select source from leads.lead")).containsExactly("svea");
    }

    @Test
    void foreignRecordsAreNotChangedAndWhatIsHandedOnIsSeenUntilTheEnd() {
        limit(Extent.OWN);
        inSvea(() -> transaction.execute(tx -> {
            assertThat(db.execute("update deals.deal set name = 'stolen' where name <> 'svea'"))
                    .isZero();
            assertThat(db.execute("delete from notes.note where text <> 'svea'"))
                    .isZero();
            long deal = family("svea").deal();
            db.execute(
                    "update deals.deal set owner_id = {0} where id = {1}",
                    val(cast.person("mara").id()), val(deal));
            assertThat(db.fetchCount(org.jooq.impl.DSL.table("deals.deal"))).isOne();
            return some.insert("insert into contacts.company (name, created_at) values ('new', now())");
        }));
        assertThat(asSvea("select name from deals.deal")).isEmpty();
        assertThat(asSvea("select name from contacts.company")).containsExactly("new", "svea");
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("notes.note"))).isEqualTo(20);
    }

    @Test
    void whatCountsForAllSeesAllAndTheReaderSeesLittleAgainAfterwards() {
        limit(Extent.OWN);
        inSvea(() -> transaction.execute(tx -> {
            assertThat(count()).isOne();
            assertThat(seeing.everything(this::count)).isEqualTo(5);
            assertThat(count()).isOne();
            return true;
        }));
        assertThat(inSvea(() -> seeing.everything(this::count))).isEqualTo(5);
        assertThat(count()).as("the connection forgot whose it was").isEqualTo(5);
    }

    @Test
    void aConnectionThatIsGivenBackInTheMidstOfATransactionForgetsWhoseItWas() {
        limit(Extent.OWN);
        String usual = roleOf(Optional.empty(), false);
        assertThat(roleOf(reaches.sight(cast.person("svea")), true)).isEqualTo("doppelpass_reader_sales");
        assertThat(roleOf(Optional.empty(), false)).isEqualTo(usual);
    }

    @Test
    void administratorsSeeEverythingAndOtherFunctionsAsMuchAsBefore() {
        limit(Extent.OWN);
        assertThat(reaches.sight(cast.person("ada"))).isEmpty();
        assertThat(reaches.sight(cast.person("mara"))).isEmpty();
        assertThat(reaches.sight(cast.person("svea"))).isPresent();
    }

    private SomeRecords.Family family(String owner) {
        return java.util.Objects.requireNonNull(families.get(owner));
    }

    private int count() {
        return db.fetchCount(org.jooq.impl.DSL.table("deals.deal"));
    }

    private void limit(Extent extent) {
        Map<String, Extent> kinds = new HashMap<>();
        KINDS.forEach(kind -> kinds.put(kind, extent));
        reaches.set(Map.of(TeamFunction.SALES, kinds), cast.person("ada"));
    }

    private List<String> asSvea(String query) {
        return inSvea(() -> {
            List<String> names = new ArrayList<>(db.fetch(query).into(String.class));
            names.sort(null);
            return names;
        });
    }

    private <T> T inSvea(java.util.function.Supplier<T> work) {
        Optional<Sight> sight = reaches.sight(cast.person("svea"));
        return Sight.with(sight, work);
    }

    /** The role of the next connection, which is given back without an end of its transaction if it begins one. */
    private String roleOf(Optional<Sight> sight, boolean leftOpen) {
        return Sight.with(sight, () -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(!leftOpen);
                ResultSet role = statement.executeQuery("select current_user");
                role.next();
                return role.getString(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<String> once(Set<String> names, int times) {
        return names.stream()
                .sorted()
                .flatMap(name -> java.util.Collections.nCopies(times, name).stream())
                .toList();
    }

    private static org.jooq.Field<Long> val(@org.jspecify.annotations.Nullable Long value) {
        return org.jooq.impl.DSL.val(value);
    }
}
