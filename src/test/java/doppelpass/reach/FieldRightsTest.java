package doppelpass.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.core.TeamFunction;
import doppelpass.database.FieldRight;
import doppelpass.database.Seeing;
import doppelpass.database.Sight;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself says to somebody from whom fields are hidden or kept, whatever asks it. */
@DoppelpassTest
class FieldRightsTest {
    /** Everywhere an amount or what tells it stands: what a query finds there if everything is seen. */
    private static final Map<String, List<String>> AMOUNTS = Map.of(
            "select amount_minor from deals.deal", List.of("100000"),
            "select d.amount_minor from \"deals\".\"deal\" as d", List.of("100000"),
            "select amount_minor from deals.deal_card", List.of("100000"),
            "select margin_minor + cost_minor from deals.deal_card", List.of("100000"),
            "select amount_minor from deals.course", List.of("100000"),
            "select amount_minor from deals.event_fact", List.of("100000"),
            "select amount_minor from deals.deal_fact", List.of("100000"),
            "select net_minor from pricing.line_card", List.of("100000"),
            "select price_minor from pricing.line", List.of("100000"),
            "select 1 from deals.deal_card where amount_minor > 0", List.of("1"));

    private final Reaches reaches;
    private final Seeing seeing;
    private final SomeRecords some;
    private final Cast cast;
    private final DSLContext db;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private SomeRecords.@Nullable Family family;

    FieldRightsTest(
            Reaches reaches,
            Seeing seeing,
            SomeRecords some,
            Cast cast,
            DSLContext db,
            DataSource database,
            TransactionTemplate transaction) {
        this.reaches = reaches;
        this.seeing = seeing;
        this.some = some;
        this.cast = cast;
        this.db = db;
        this.database = database;
        this.transaction = transaction;
    }

    @BeforeEach
    void world() {
        cast.enter();
        reaches.agree();
        family = some.of(cast.person("svea").id(), "Xylophon");
        long deal = family.deal();
        db.execute("update deals.deal set cost_minor = 40000");
        some.insert(
                "insert into deals.event (deal_id, kind, stage_id, amount_minor, occurred_at)"
                        + " select id, 'created', stage_id, amount_minor, now() from deals.deal where id = {0}",
                deal);
        some.insert(
                "insert into pricing.line (deal_id, position, text, quantity, price_minor, cost_minor, net_minor,"
                        + " total_cost_minor) values ({0}, 1, 'x', 1, 100000, 40000, 100000, 40000)",
                deal);
        for (String kind : List.of("contact", "activity", "task"))
            some.insert("insert into fields.field (kind, key, type, label_de, label_en, position)" + " values ('" + kind
                    + "', 'secret', 'text', 'Geheim', 'Secret', 1)");
        db.execute("update contacts.contact set fields = '{\"secret\": \"s3\", \"open\": \"o\"}'");
    }

    @AfterEach
    void openAgain() {
        limit(
                FieldRight.VISIBLE,
                "deal.amount",
                "deal.cost",
                "contact.mail",
                "contact.phone",
                "contact.x_secret",
                "activity.x_secret",
                "task.x_secret");
    }

    @Test
    void aHiddenFieldIsEmptyInEveryRelationThatCarriesIt() {
        AMOUNTS.forEach((query, found) -> assertThat(asSvea(query)).as(query).isEqualTo(found));
        limit(FieldRight.READ, "deal.amount");
        AMOUNTS.forEach((query, found) ->
                assertThat(asSvea(query)).as("read: %s", query).isEqualTo(found));
        limit(FieldRight.HIDDEN, "deal.amount");
        AMOUNTS.forEach((query, found) -> assertThat(asSvea(query)).as(query).doesNotContainAnyElementsOf(found));
        assertThat(asSvea("select cost_minor from deals.deal")).containsExactly("40000");
        AMOUNTS.forEach((query, found) -> assertThat(inSvea(() -> seeing.everything(() -> asked(query))))
                .as("everything: %s", query)
                .isEqualTo(found));
        assertThat(db.fetchSingle("select amount_minor from deals.deal").get(0)).isEqualTo(100_000L);
    }

    @Test
    void aStatementThatGoesPastTheVeilIsRefusedByTheDatabase() {
        limit(FieldRight.HIDDEN, "deal.amount", "contact.mail");
        for (String past : List.of(
                "select amount_minor from deals . deal",
                "select mail from contacts . contact",
                "select count(*) from deals . deal_card",
                "update deals.deal set name = name where amount_minor > 0",
                "update deals.deal set name = name returning amount_minor",
                "insert into deals.stage (pipeline_id, name, position, kind, probability)"
                        + " select 1, name, amount_minor, 'open', 1 from deals . deal")) {
            assertThatThrownBy(() -> inSvea(() -> plainly(past))).as(past).hasMessageContaining("permission denied");
        }
        assertThat(inSvea(() -> plainly("update deals.deal set name = name where id > 0")))
                .isTrue();
    }

    @Test
    void whatOneMayNotWriteStaysAsItWas() {
        String state = "select mail, phone, fields from contacts.contact order by id";
        String before = db.fetch(state).toString();
        for (FieldRight right : List.of(FieldRight.READ, FieldRight.HIDDEN)) {
            limit(right, "contact.mail", "contact.phone", "contact.x_secret", "deal.amount");
            inSvea(
                    () -> transaction.execute(
                            tx -> db.execute(
                                    "update contacts.contact set mail = null, phone = 'stolen', fields = '{\"open\": \"o\", \"secret\": \"no\"}'")));
            inSvea(() -> db.execute("update deals.deal set amount_minor = 7, name = 'renamed'"));
            assertThat(db.fetch(state).toString()).as("%s", right).isEqualTo(before);
            assertThat(db.fetch("select amount_minor, name from deals.deal")
                            .getFirst()
                            .intoList())
                    .containsExactly(100_000L, "renamed");
            inSvea(() -> db.execute("insert into contacts.contact (last_name, mail, fields, created_at)"
                    + " values ('new', 'x@y.test', '{\"secret\": \"no\", \"open\": \"yes\"}', now())"));
            assertThat(db.fetch("select mail, fields::text from contacts.contact where last_name = 'new'")
                            .getFirst()
                            .intoList())
                    .containsExactly(null, "{\"open\": \"yes\"}");
            db.execute("delete from contacts.contact where last_name = 'new'");
        }
        limit(FieldRight.VISIBLE, "contact.mail", "contact.phone", "contact.x_secret");
        assertThat(asSvea("update contacts.contact set phone = '+49755' where id > 0 returning phone"))
                .containsOnly("+49755");
    }

    @Test
    void aFieldPeopleMadeUpIsHiddenWithItsKeyAndTheOthersStay() {
        limit(FieldRight.HIDDEN, "contact.x_secret");
        assertThat(asSvea("select distinct fields::text from contacts.contact_card"))
                .containsExactly("{\"open\": \"o\"}");
        assertThat(asSvea("select fields ->> 'secret' from contacts.contact")).containsOnlyNulls();
        assertThat(asSvea(
                        "select fields ->> 'secret' from contacts.contact where 'update contacts.contact' <> 'it''s'"))
                .as("a text that looks like a change")
                .containsOnlyNulls();
    }

    @Test
    void whatPeopleDidAndHaveToDoHidesItsFieldsToo() {
        long svea = cast.person("svea").id();
        some.insert(
                "insert into timeline.activity (kind, subject, person_id, occurred_at, fields)"
                        + " values ('note', 'x', {0}, now(), '{\"secret\": \"s3\", \"open\": \"o\"}')",
                svea);
        some.insert(
                "insert into tasks.task (title, assignee_id, created_by, created_at, changed_at, fields)"
                        + " values ('x', {0}, {0}, now(), now(), '{\"secret\": \"s3\", \"open\": \"o\"}')",
                svea);
        for (String told : List.of("tasks.task", "tasks.task_card", "timeline.activity", "timeline.activity_card"))
            assertThat(asSvea("select fields ->> 'secret' from " + told + " where fields <> '{}'"))
                    .as(told)
                    .containsExactly("s3");
        limit(FieldRight.HIDDEN, "activity.x_secret", "task.x_secret");
        for (String told : List.of("tasks.task", "tasks.task_card", "timeline.activity", "timeline.activity_card"))
            assertThat(asSvea("select fields::text from " + told + " where fields <> '{}'"))
                    .as(told)
                    .containsExactly("{\"open\": \"o\"}");
        for (String table : List.of("tasks.task", "timeline.activity")) {
            inSvea(() -> db.execute("update " + table + " set fields = '{\"secret\": \"no\"}'"));
            assertThat(db.fetchValue("select fields::text from " + table + " where fields <> '{}'"))
                    .as(table)
                    .isEqualTo("{\"secret\": \"s3\"}");
        }
        assertThat(asSvea("select after::text from audit.entry where tab = 'tasks.task' and after ->> 'title' = 'x'"))
                .singleElement()
                .satisfies(told -> assertThat(told).contains("open").doesNotContain("s3"));
    }

    @Test
    void othersAndAdministratorsSeeAsBeforeAndRowRightsStay() {
        limit(FieldRight.HIDDEN, "deal.amount");
        assertThat(reaches.sight(cast.person("ada"))).isEmpty();
        assertThat(reaches.sight(cast.person("mara"))).isEmpty();
        some.of(cast.person("mara").id(), "foreign");
        assertThat(asSvea("select name from deals.deal")).containsExactlyInAnyOrder("Xylophon", "foreign");
        reaches.set(Map.of(TeamFunction.SALES, Map.of("deal", Extent.OWN)), cast.person("ada"));
        assertThat(asSvea("select name from deals.deal")).containsExactly("Xylophon");
        assertThat(asSvea("select amount_minor from deals.deal_card")).containsExactly("0");
        reaches.set(Map.of(TeamFunction.SALES, Map.of("deal", Extent.ALL)), cast.person("ada"));
    }

    private void limit(FieldRight right, String... fields) {
        Map<String, Map<String, FieldRight>> chosen = new HashMap<>();
        for (String field : fields) {
            int dot = field.indexOf('.');
            chosen.computeIfAbsent(field.substring(0, dot), kind -> new HashMap<>())
                    .put(field.substring(dot + 1), right);
        }
        reaches.limit(Map.of(TeamFunction.SALES, chosen), cast.person("ada"));
    }

    private List<@Nullable String> asSvea(String query) {
        return inSvea(() -> asked(query));
    }

    private List<@Nullable String> asked(String query) {
        return db.fetch(query).getValues(0, String.class);
    }

    private boolean plainly(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T inSvea(Supplier<T> work) {
        return Sight.with(reaches.sight(cast.person("svea")), work);
    }
}
