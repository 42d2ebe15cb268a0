package doppelpass.bench;

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
 * The list of leads as somebody who sees only a part: a seller with one lead in two hundred, and their team with one in
 * ten, beside SQL that names the owners. All other leads belong to marketing.
 */
final class ReachBench {
    private static final int SIZE = 50;
    private static final int COUNTED = 10_001;
    private static final List<String> KINDS = List.of("company", "contact", "lead", "deal");
    private static final String RUNNING = LeadState.runningStates().stream()
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", ", "l.state in (", ")"));
    private static final String SHOWN = """
        select l.id, trim(c.first_name || ' ' || c.last_name), coalesce(k.name, c.company_text), k.fit, l.intent, l.state,
               l.state_since, l.channel, l.owner_id, l.created_at
        from leads.lead l join contacts.contact c on c.id = l.contact_id left join contacts.company k on k.id = c.company_id
        """;

    private final Plain plain;
    private final Lists lists;
    private final RecordList leads;
    private final Reaches reaches;
    private final Cast cast;
    private final Race race;

    ReachBench(Plain plain, ApplicationContext product, Race race) {
        this.plain = plain;
        this.lists = product.getBean(Lists.class);
        this.leads = product.getBeansOfType(RecordList.class).values().stream()
                .filter(list -> list.listing().name().equals("leads"))
                .findFirst()
                .orElseThrow();
        this.reaches = product.getBean(Reaches.class);
        this.cast = product.getBean(Cast.class);
        this.race = race;
        own(product.getBean(DatabaseAddress.class));
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        long svea = cast.person("svea").id();
        long stefan = cast.person("stefan").id();
        try {
            results.add(result("own leads, first page", Extent.OWN, "l.owner_id = " + svea));
            results.add(
                    result("leads of a team, first page", Extent.TEAM, "l.owner_id in (" + svea + ", " + stefan + ")"));
        } finally {
            limit(Extent.ALL);
        }
        return results;
    }

    private Result result(String name, Extent extent, String owners) {
        limit(extent);
        Person svea = cast.person("svea");
        Optional<Sight> sight = reaches.sight(svea);
        String where = " where " + RUNNING + " and " + owners;
        Contender product = () -> {
            ListPage page = Sight.with(sight, () -> lists.open(leads, Map.of(), svea));
            var counted = page.state().page();
            return () -> List.of(
                    page.rows().stream().map(ListRow::id).toList(),
                    counted.countEstimated() ? COUNTED : Math.min(counted.count(), COUNTED));
        };
        Contender byHand = () -> {
            var rows = plain.rows(SHOWN + where + " order by l.created_at desc, l.id desc limit " + (SIZE + 1));
            var count = plain.rows(
                    "select count(*) from (select 1 from leads.lead l" + where + " limit " + COUNTED + ") counted");
            return () -> List.of(
                    rows.stream().limit(SIZE).map(row -> (Long) row.getFirst()).toList(),
                    Math.min((Long) count.getFirst().getFirst(), COUNTED));
        };
        return new Result("row rights, " + name, 0, race.run(name, product, byHand), Result.Budget.ratio(2));
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
