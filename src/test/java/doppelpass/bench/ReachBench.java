package doppelpass.bench;

import doppelpass.core.Cursor;
import doppelpass.core.TeamFunction;
import doppelpass.database.DatabaseAddress;
import doppelpass.database.Sight;
import doppelpass.identity.Person;
import doppelpass.leads.LeadState;
import doppelpass.lists.ListPage;
import doppelpass.lists.ListRow;
import doppelpass.lists.Lists;
import doppelpass.lists.plug.RecordList;
import doppelpass.reach.Extent;
import doppelpass.reach.Reaches;
import doppelpass.search.Searches;
import doppelpass.testing.Cast;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/**
 * Lists as somebody who sees only a part: a seller with one lead in two hundred and its contact, and their team with one in
 * ten, beside SQL that says what is seen. All other leads belong to marketing.
 */
final class ReachBench {
    private static final int SIZE = 50;
    private static final long COUNTED = 10_001;
    private static final List<String> KINDS = List.of("company", "contact", "lead", "deal");
    private static final String RUNNING = LeadState.runningStates().stream()
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", ", "l.state in (", ")"));
    /** In the rule language: contacts of which somebody asked for a demonstration. */
    static final String DEMO = "lead.touchpoints.exists(t, t.kind == \"demo_request\")";

    private static final String SHOWN = """
        select l.id, trim(c.first_name || ' ' || c.last_name), coalesce(k.name, c.company_text), k.fit, l.intent, l.state,
               l.state_since, l.channel, l.owner_id, l.created_at
        from leads.lead l join contacts.contact c on c.id = l.contact_id left join contacts.company k on k.id = c.company_id
        """;

    private final Plain plain;
    private final Lists lists;
    private final RecordList leads;
    private final RecordList contacts;
    private final Searches searches;
    private final List<String> remarks = new ArrayList<>();
    private final Reaches reaches;
    private final Cast cast;
    private final Race race;

    ReachBench(Plain plain, ApplicationContext product, Race race) {
        this.plain = plain;
        this.lists = product.getBean(Lists.class);
        this.leads = list(product, "leads");
        this.contacts = list(product, "contacts");
        this.searches = product.getBean(Searches.class);
        this.reaches = product.getBean(Reaches.class);
        this.cast = product.getBean(Cast.class);
        this.race = race;
        own(product.getBean(DatabaseAddress.class));
    }

    private static RecordList list(ApplicationContext product, String name) {
        return product.getBeansOfType(RecordList.class).values().stream()
                .filter(list -> list.listing().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** One list: how it is asked for and the same by hand; {@code counted} where it is cheap to count. */
    private record Asked(
            String name, Extent extent, RecordList list, Map<String, String> address, String rows, String count) {
        boolean counted() {
            return !count.isEmpty();
        }
    }

    List<Result> results() {
        long svea = cast.person("svea").id();
        String own = seen(Long.toString(svea));
        String team = seen(svea + ", " + cast.person("stefan").id());
        try {
            return List.of(
                    result(leads("own leads, first page", Extent.OWN, Map.of(), own, "")),
                    result(leads("leads of a team, first page", Extent.TEAM, Map.of(), team, "")),
                    result(deep(own)),
                    result(related(own)),
                    result(field(own)),
                    search(own));
        } finally {
            limit(Extent.ALL);
        }
    }

    List<String> remarks() {
        return remarks;
    }

    private Result search(String seen) {
        limit(Extent.OWN);
        Person svea = cast.person("svea");
        SearchBench search = SearchBench.limited(plain, searches, svea, reaches.sight(svea), seen);
        Result result = search.result("row rights, search, first results");
        remarks.add(search.slowest("search with row rights"));
        return result;
    }

    /** Leads of these owners, and those played to sales that nobody has taken yet. */
    private static String seen(String owners) {
        return "(l.owner_id in (" + owners + ") or l.id in (select lead_id from leads.handover where outcome is null"
                + " and to_function = 'sales'))";
    }

    private Asked leads(String name, Extent extent, Map<String, String> address, String seen, String after) {
        String where = " where " + RUNNING + " and " + seen;
        return new Asked(
                name,
                extent,
                leads,
                address,
                SHOWN + where + after + " order by l.created_at desc, l.id desc limit " + (SIZE + 1),
                "select count(*) from (select 1 from leads.lead l" + where + " limit " + COUNTED + ") counted");
    }

    /** The page in the middle of a seller's own. */
    private Asked deep(String seen) {
        List<Object> middle = plain.rows("select created_at::text, id from leads.lead l where " + seen
                        + " order by created_at offset (select count(*) / 2 from leads.lead l where " + seen
                        + ") limit 1")
                .getFirst();
        String value = String.valueOf(middle.getFirst());
        long id = (Long) middle.getLast();
        String at = new Cursor(value, id, Cursor.Direction.AFTER).encode();
        return leads(
                "own leads, deep page",
                Extent.OWN,
                Map.of("sort", "created", "desc", "true", "at", at),
                seen,
                " and (l.created_at, l.id) < (timestamptz '" + value + "', " + id + ")");
    }

    /** A touchpoint that names a lead is seen by whoever sees that too. */
    private Asked related(String seen) {
        String touched = " and exists (select from timeline.touchpoint t where t.contact_id = l.contact_id and"
                + " t.kind = 'demo_request' and (t.lead_id is null or exists (select from leads.lead l where"
                + " l.id = t.lead_id and " + seen + ")))";
        return leads("own leads with a demo asked for", Extent.OWN, Map.of("where", DEMO), seen + touched, "");
    }

    private Asked field(String seen) {
        String which =
                "c.fields ->> 'badge' = 'b77' and exists (select from leads.lead l where l.contact_id = c.id and "
                        + seen + ")";
        return new Asked(
                "own contacts by a custom field",
                Extent.OWN,
                contacts,
                Map.of("where", "contact.x_badge == \"b77\""),
                FieldListBench.SHOWN + " where " + which + " order by c.created_at desc, c.id desc limit " + (SIZE + 1),
                "select count(*) from contacts.contact c where " + which);
    }

    private Result result(Asked asked) {
        limit(asked.extent());
        Person svea = cast.person("svea");
        Optional<Sight> sight = reaches.sight(svea);
        Contender product = () -> {
            ListPage page = Sight.with(sight, () -> lists.open(asked.list(), new HashMap<>(asked.address()), svea));
            var counted = page.state().page();
            return () -> List.of(
                    page.rows().stream().map(ListRow::id).toList(),
                    !asked.counted()
                            ? "about"
                            : counted.countEstimated() ? COUNTED : Math.min(counted.count(), COUNTED));
        };
        Contender byHand = () -> {
            var rows = plain.rows(asked.rows());
            Object count =
                    asked.counted() ? plain.rows(asked.count()).getFirst().getFirst() : "about";
            return () -> List.of(
                    rows.stream().limit(SIZE).map(row -> (Long) row.getFirst()).toList(),
                    count instanceof Long number ? Math.min(number, COUNTED) : count);
        };
        return new Result(
                "row rights, " + asked.name(), 0, race.run(asked.name(), product, byHand), Result.Budget.list());
    }

    private void limit(Extent extent) {
        Map<String, Extent> kinds = new HashMap<>();
        KINDS.forEach(kind -> kinds.put(kind, extent));
        reaches.set(Map.of(TeamFunction.SALES, kinds), cast.person("ada"));
    }

    /** Past the triggers, as the world was made. */
    private void own(DatabaseAddress owner) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update leads.lead set owner_id = case when id % 200 = 0 then "
                    + cast.person("svea").id() + " when id % 10 = 0 then "
                    + cast.person("stefan").id() + " else "
                    + cast.person("mara").id() + " end");
            // a deal that belongs to nobody would be the team's, and open its lead
            statement.execute(
                    "update deals.deal set owner_id = " + cast.person("mara").id());
            statement.execute("vacuum analyze leads.lead");
            statement.execute("vacuum analyze deals.deal");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
