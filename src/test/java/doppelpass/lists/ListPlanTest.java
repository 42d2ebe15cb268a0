package doppelpass.lists;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Cursor;
import doppelpass.core.PageRequest;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.Meant;
import doppelpass.lists.plug.RecordList;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.web.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a list can be read along an index does not depend on how many records there are. */
@DoppelpassTest
class ListPlanTest {
    private final DSLContext db;
    private final Lists lists;
    private final Cast cast;

    ListPlanTest(DSLContext db, Lists lists, Cast cast) {
        this.db = db;
        this.lists = lists;
        this.cast = cast;
    }

    /** What the planner knows must not depend on what the tests before left behind: some rows, and no indexes of theirs. */
    @BeforeEach
    void knowAFewRecords() {
        if (db.fetchExists(DSL.table("contacts.company"))) return;
        db.execute(
                "insert into contacts.company (name, created_at) select 'Firma ' || i, now() from generate_series(1, 300) i");
        db.execute("insert into contacts.contact (last_name, company_id, created_at)"
                + " select 'Person ' || id, id, now() from contacts.company");
        db.fetch("select schemaname || '.' || indexname from pg_indexes where indexname ~ '^x_[0-9]+_'")
                .forEach(index -> db.execute("drop index " + index.get(0)));
        db.execute("analyze contacts.company, contacts.contact");
    }

    @ParameterizedTest
    @CsvSource({
        "leads, created",
        "leads, since",
        "leads, intent",
        "leads, name",
        "contacts, created",
        "contacts, name",
        "contacts, last_name",
        "companies, name",
        "companies, created",
        "deals, name",
        "deals, amount",
        "deals, created",
        "campaigns, name",
        "activities, occurred"
    })
    void sortsOfAListFollowAnIndexInBothDirections(String list, String sort) {
        for (boolean descending : new boolean[] {false, true}) {
            String query =
                    queries(list, PageRequest.first(sort, descending, 50)).getFirst();
            assertThat(plan(query)).contains("Index").doesNotContainPattern("(?<!Incremental )Sort +\\(");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, country",
        "contacts, source",
        "contacts, mail",
        "companies, country",
        "companies, city",
        "companies, industry",
        "companies, employees",
        "activities, minutes"
    })
    void whatManyRecordsLackIsSortedAlongItsIndexInBothDirections(String list, String sort) {
        for (boolean descending : new boolean[] {false, true}) {
            String query =
                    queries(list, PageRequest.first(sort, descending, 50)).getFirst();
            assertThat(plan(query)).contains("Index").doesNotContainPattern("(?<!Incremental )Sort +\\(");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "contacts", "companies", "deals", "activities"})
    void whatASortFollowsIsJumpedThroughAlongAnIndex(String list) {
        Listing listing = lists.list(list, cast.person("mara")).listing();
        List<Field<?>> keys = listing.columns().stream()
                .<Field<?>>map(column -> column.along().key())
                .filter(Objects::nonNull)
                .toList();
        assertThat(keys).isNotEmpty();
        for (Field<?> key : keys) {
            String next = db.renderInlined(DSL.select(key)
                    .from(listing.table())
                    .where(key.isNotNull())
                    .orderBy(key)
                    .limit(1));
            assertThat(plan(next)).as("%s", key).contains("Index").doesNotContainPattern("Sort +\\(");
        }
    }

    @ParameterizedTest
    @CsvSource({"leads, contact", "contacts, company", "companies, contact"})
    void countingLooksAtNoOtherTable(String list, String other) {
        // of a first page that has all records the number is known without counting
        Cursor further = new Cursor("2020-01-01T00:00:00Z", 1, Cursor.Direction.AFTER);
        String count = queries(list, PageRequest.first("created", true, 50).at(further))
                .getLast();
        assertThat(count).contains("count");
        assertThat(plan(count)).doesNotContainPattern("(on|using) " + other);
    }

    @ParameterizedTest
    @CsvSource({"contacts, contact_words", "contacts, company_words", "companies, company_words"})
    void searchingFollowsItsIndexes(String list, String index) {
        String query = queries(list, PageRequest.first("created", true, 50), Map.of("q", "müller"))
                .getFirst();
        assertThat(plan(query, "seqscan", "indexscan", "indexonlyscan")).contains("Bitmap Index Scan on " + index);
    }

    /** What the list asks the database, with its values. */
    private List<String> queries(String list, PageRequest request) {
        return queries(list, request, Map.of());
    }

    private List<String> queries(String list, PageRequest request, Map<String, String> parameters) {
        List<String> asked = new ArrayList<>();
        ExecuteListener listener = new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (context.query() != null) asked.add(db.renderInlined(context.query()));
            }
        };
        DSLContext heard = DSL.using(db.configuration().deriveAppending(listener));
        RecordList known = lists.list(list, cast.person("mara"));
        // the usual stays in stages are worked out once beside the list, with a sort of their own
        List<Column> columns = known.listing().columns().stream()
                .filter(column -> !column.name().equals("rest"))
                .toList();
        Meant meant = known.meant(new Asked(parameters), cast.person("mara"));
        // as where the first rows have too few of what is searched
        new ListTable(heard)
                .page(known.listing(), columns, new Meant(meant.where(), Optional.empty(), meant.counted()), request);
        return asked;
    }

    /**
     * The plan when the planner must use an index wherever one helps, as it would with many records; without what is
     * read for each row of the page alone.
     */
    private String plan(String query) {
        return plan(query, "seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin")
                .replaceFirst("(?s)SubPlan.*", "");
    }

    private String plan(String query, String... avoided) {
        return db.transactionResult(t -> {
            for (String way : avoided) {
                t.dsl().execute("set local enable_" + way + " = off");
            }
            return String.join("\n", t.dsl().fetch("explain " + query).getValues(0, String.class));
        });
    }
}
