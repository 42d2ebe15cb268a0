package doppelpass.lists;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.PageRequest;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.RecordList;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.web.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
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

    @ParameterizedTest
    @CsvSource({
        "leads, created",
        "leads, since",
        "leads, intent",
        "leads, name",
        "deals, name",
        "deals, amount",
        "deals, created",
        "campaigns, name",
        "activities, occurred"
    })
    void aSortThatHasAnIndexFollowsItInBothDirections(String list, String sort) {
        for (boolean descending : new boolean[] {false, true}) {
            String query =
                    queries(list, PageRequest.first(sort, descending, 50)).getFirst();
            assertThat(plan(query)).contains("Index").doesNotContainPattern("(?<!Incremental )Sort +\\(");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "since", "intent"})
    void countingLeadsLooksAtNoContact(String sort) {
        String count = queries("leads", PageRequest.first(sort, true, 50)).getLast();
        assertThat(count).contains("count");
        assertThat(plan(count)).doesNotContain("contact");
    }

    /** What the list asks the database, with its values. */
    private List<String> queries(String list, PageRequest request) {
        List<String> asked = new ArrayList<>();
        ExecuteListener listener = new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (context.query() != null) asked.add(db.renderInlined(context.query()));
            }
        };
        DSLContext heard = DSL.using(db.configuration().deriveAppending(listener));
        RecordList records = lists.list(list, cast.person("mara"));
        // the usual stays in stages are worked out once beside the list, with a sort of their own
        List<Column> columns = records.listing().columns().stream()
                .filter(column -> !column.name().equals("rest"))
                .toList();
        Asked all = new Asked(Map.of());
        Person mara = cast.person("mara");
        new ListTable(heard)
                .page(records.listing(), columns, records.where(all, mara), records.counted(all, mara), request);
        return asked;
    }

    /** The plan when the planner must use an index wherever one helps, as it would with many leads. */
    private String plan(String query) {
        return db.transactionResult(t -> {
            for (String way : List.of("seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin")) {
                t.dsl().execute("set local enable_" + way + " = off");
            }
            return String.join("\n", t.dsl().fetch("explain " + query).getValues(0, String.class));
        });
    }
}
