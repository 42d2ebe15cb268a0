package doppelpass.lists;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.PageRequest;
import doppelpass.identity.Person;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a list of leads can be read along an index does not depend on how many leads there are. */
@DoppelpassTest
class LeadListPlanTest {
    private final DSLContext db;
    private final Lists lists;
    private final Cast cast;

    LeadListPlanTest(DSLContext db, Lists lists, Cast cast) {
        this.db = db;
        this.lists = lists;
        this.cast = cast;
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "since", "intent", "name"})
    void everySortOfTheListFollowsAnIndexInBothDirections(String sort) {
        for (boolean descending : new boolean[] {false, true}) {
            String query = queries(PageRequest.first(sort, descending, 50)).getFirst();
            assertThat(plan(query)).contains("Index").doesNotContainPattern("(?<!Incremental )Sort +\\(");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "since", "intent"})
    void countingLeadsLooksAtNoContact(String sort) {
        String count = queries(PageRequest.first(sort, true, 50)).getLast();
        assertThat(count).contains("count");
        assertThat(plan(count)).doesNotContain("contact");
    }

    /** What the list asks the database, with its values. */
    private List<String> queries(PageRequest request) {
        List<String> asked = new ArrayList<>();
        ExecuteListener listener = new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (context.query() != null) asked.add(db.renderInlined(context.query()));
            }
        };
        DSLContext heard = DSL.using(db.configuration().deriveAppending(listener));
        RecordList leads = lists.list("leads", cast.person("mara"));
        Asked all = new Asked(Map.of());
        Person mara = cast.person("mara");
        new ListTable(heard)
                .page(
                        leads.listing(),
                        leads.listing().columns(),
                        leads.where(all, mara),
                        leads.counted(all, mara),
                        request);
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
