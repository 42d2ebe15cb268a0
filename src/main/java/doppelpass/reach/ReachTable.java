package doppelpass.reach;

import static doppelpassdb.reach.Tables.EXTENT;
import static doppelpassdb.reach.Tables.GUARDED;

import doppelpass.core.TeamFunction;
import doppelpass.database.Sight;
import doppelpass.identity.Person;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of extents. */
@Component
class ReachTable {
    /** People with team_id and function as the policies compare them; an own id always counts. */
    private static final String SETTINGS = """
            select ?::text as "own",
              (select array_agg(p.id) from identity.person p where p.id = ? or p.team_id = ?)::text as "team",
              (select array_agg(p.id) from identity.person p left join identity.team t on t.id = p.team_id
               where p.id = ? or coalesce(t.function, p.function) = ?)::text as "department",
              array_remove(array[?::bigint], null)::text as "team_teams",
              (select coalesce(array_agg(t.id), '{}') from identity.team t where t.function = ?)::text as "department_teams",
              ?::text as "function"
            """;

    private static final String WHOLE = """
            select relation, seen, entries, reach.owned(reader, relation) as owned
            from (select relation from reach.guarded union select relation from reach.following) relations, (select ?) as asked (reader),
              lateral reach.whole(reader, relation) seen, lateral reach.entries(reader, relation) entries
            where seen <> 'true'
            """;

    private final DSLContext db;

    ReachTable(DSLContext db) {
        this.db = db;
    }

    List<String> kinds() {
        return db.select(GUARDED.KIND)
                .from(GUARDED)
                .orderBy(GUARDED.KIND)
                .limit(100)
                .fetch(GUARDED.KIND);
    }

    Map<TeamFunction, Map<String, Extent>> limits() {
        Map<TeamFunction, Map<String, Extent>> limits = new EnumMap<>(TeamFunction.class);
        db.selectFrom(EXTENT)
                .limit(1000)
                .forEach(r -> limits.computeIfAbsent(TeamFunction.of(r.getFunction()), function -> new HashMap<>())
                        .put(r.getKind(), Extent.valueOf(r.getExtent().toUpperCase(Locale.ROOT))));
        return limits;
    }

    void set(TeamFunction function, String kind, Extent extent, Person by, Instant now) {
        if (extent == Extent.ALL) {
            db.deleteFrom(EXTENT)
                    .where(EXTENT.FUNCTION.eq(function.code()), EXTENT.KIND.eq(kind))
                    .execute();
            return;
        }
        var row = db.newRecord(EXTENT);
        row.setFunction(function.code());
        row.setKind(kind);
        row.setExtent(extent.code());
        row.setChangedBy(by.id());
        row.setChangedAt(now);
        db.insertInto(EXTENT)
                .set(row)
                .onConflict(EXTENT.FUNCTION, EXTENT.KIND)
                .doUpdate()
                .set(row)
                .execute();
    }

    /** The policies as the extents say. */
    void apply() {
        db.execute("call reach.apply()");
    }

    /** Whether the database has the roles that limited readers are served with. */
    boolean possible() {
        return db.fetchSingle("select to_regrole('doppelpass_reader_sales') is not null")
                .get(0, Boolean.class);
    }

    /** Table → which of its rows people of a function see; without those that they see whole. */
    Map<String, Sight.Rows> rows(TeamFunction function) {
        Map<String, Sight.Rows> rows = new HashMap<>();
        db.resultQuery(WHOLE, function.code())
                .forEach(row -> rows.put(
                        row.get("relation", String.class),
                        new Sight.Rows(
                                row.get("seen", String.class),
                                List.of(row.get("entries", String[].class)),
                                Optional.ofNullable(row.get("owned", String.class)))));
        return rows;
    }

    Map<String, String> settings(Person person) {
        String function = person.function().code();
        Map<String, String> settings = new HashMap<>();
        db.fetchSingle(
                        SETTINGS,
                        person.id(),
                        person.id(),
                        person.teamId(),
                        person.id(),
                        function,
                        person.teamId(),
                        function,
                        function)
                .intoMap()
                .forEach((name, value) -> settings.put("doppelpass." + name, String.valueOf(value)));
        return settings;
    }
}
