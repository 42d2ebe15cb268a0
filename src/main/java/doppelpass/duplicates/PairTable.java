package doppelpass.duplicates;

import static doppelpassdb.duplicates.Tables.PAIR;

import doppelpass.database.CopyRows;
import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of pairs that look like one record. */
@Component
class PairTable {
    private static final TypeReference<List<Match.Evidence>> EVIDENCE = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    PairTable(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** An empty table of the transaction for what is found. */
    void begin() {
        db.execute(
                "create temporary table if not exists found_pair (first_id bigint, second_id bigint, chance float8, evidence jsonb)"
                        + " on commit drop");
        db.execute("truncate found_pair");
    }

    /** Notes matches for {@link #replace}. */
    void note(Collection<Match> matches) {
        CopyRows rows = new CopyRows();
        matches.forEach(m -> rows.row(List.of(
                Math.min(m.first(), m.second()),
                Math.max(m.first(), m.second()),
                m.chance(),
                json.writeValueAsString(m.evidence()))));
        rows.send(db, "found_pair", "first_id, second_id, chance, evidence");
    }

    /**
     * Keeps what was noted instead of the open pairs with one of these records, or of all where {@code ids} is null; a
     * decision that two are distinct stays.
     */
    void replace(Subject.Kind kind, @Nullable Collection<Long> ids, Instant now) {
        Condition which =
                ids == null ? DSL.noCondition() : PAIR.FIRST_ID.in(ids).or(PAIR.SECOND_ID.in(ids));
        db.deleteFrom(PAIR)
                .where(open(kind))
                .and(which)
                .and(
                        "not exists (select from found_pair f where f.first_id = pair.first_id and f.second_id = pair.second_id)")
                .execute();
        db.execute("""
                insert into duplicates.pair as p (kind, first_id, second_id, chance, evidence, found_at)
                select ?, first_id, second_id, chance, evidence, ?::timestamptz from found_pair
                on conflict (kind, first_id, second_id) do update set chance = excluded.chance, evidence = excluded.evidence
                where p.state = 'open' and (p.chance, p.evidence) is distinct from (excluded.chance, excluded.evidence)""", kind.code(), now.toString());
    }

    /** The likeliest open pairs, without their evidence. */
    List<Match> open(Subject.Kind kind, int limit) {
        return db.select(PAIR.FIRST_ID, PAIR.SECOND_ID, PAIR.CHANCE)
                .from(PAIR)
                .where(open(kind))
                .orderBy(PAIR.CHANCE.desc(), PAIR.ID)
                .limit(limit)
                .fetch(r -> new Match(r.value1(), r.value2(), r.value3(), List.of(), 0));
    }

    /** Each pair within one of these groups gets the group's number, its least record; all others stand alone. */
    void group(Subject.Kind kind, List<List<Long>> groups) {
        CopyRows rows = new CopyRows();
        groups.forEach(group -> {
            long number = group.stream().min(Long::compare).orElseThrow();
            group.forEach(id -> rows.row(List.of(id, number)));
        });
        db.execute("create temporary table if not exists member (record_id bigint, number bigint) on commit drop");
        db.execute("truncate member");
        rows.send(db, "member", "record_id, number");
        db.execute("analyze member");
        db.execute("""
                update duplicates.pair p set group_id = g.number from (
                  select o.id, case when a.number = b.number then a.number else -o.id end as number from duplicates.pair o
                  left join member a on a.record_id = o.first_id left join member b on b.record_id = o.second_id
                  where o.kind = ? and o.state = 'open') g
                where p.id = g.id and p.group_id is distinct from g.number""", kind.code());
    }

    /** Groups of records that are still there, the likeliest first: their records. */
    List<List<Long>> groups(Matched matched, int limit) {
        return db.fetch("""
                        select array_agg(distinct x order by x) from (
                          select shown, unnest(array[first_id, second_id]) as x, chance from (%s) p) m
                        group by shown order by max(chance) desc, shown limit ?""".formatted(living(matched)), matched.kind().code(), limit)
                .map(r -> List.of(r.get(0, Long[].class)));
    }

    int count(Matched matched) {
        return db.fetchSingle(
                        "select count(distinct shown) from (" + living(matched) + ") p",
                        matched.kind().code())
                .get(0, Integer.class);
    }

    /** Open or distinct pairs among these records. */
    List<Match> among(Subject.Kind kind, Collection<Long> ids) {
        return db.selectFrom(PAIR)
                .where(PAIR.KIND.eq(kind.code()))
                .and(PAIR.FIRST_ID.in(ids))
                .and(PAIR.SECOND_ID.in(ids))
                .orderBy(PAIR.CHANCE.desc(), PAIR.ID)
                .fetch(this::match);
    }

    /** Open pairs of one record with others that are still there. */
    List<Match> of(Matched matched, long id, int limit) {
        return db.fetch(
                        "select * from (" + living(matched)
                                + ") p where ? in (first_id, second_id) order by chance desc limit ?",
                        matched.kind().code(),
                        id,
                        limit)
                .into(PAIR)
                .map(this::match);
    }

    void distinct(Subject.Kind kind, List<Long> ids, long by, Instant now) {
        Long[] all = ids.toArray(Long[]::new);
        db.execute("""
                insert into duplicates.pair (kind, first_id, second_id, chance, evidence, found_at)
                select ?, a, b, 0, '[]', ?::timestamptz from unnest(?::bigint[]) a, unnest(?::bigint[]) b where a < b
                on conflict do nothing""", kind.code(), now.toString(), all, all);
        decide(kind, ids, "distinct", by, now);
    }

    void reopen(Subject.Kind kind, List<Long> ids, long by, Instant now) {
        decide(kind, ids, "open", by, now);
    }

    private void decide(Subject.Kind kind, List<Long> ids, String state, long by, Instant now) {
        db.update(PAIR)
                .set(PAIR.STATE, state)
                .set(PAIR.DECIDED_BY, by)
                .set(PAIR.DECIDED_AT, now)
                .where(PAIR.KIND.eq(kind.code()))
                .and(PAIR.FIRST_ID.in(ids))
                .and(PAIR.SECOND_ID.in(ids))
                .execute();
    }

    private static Condition open(Subject.Kind kind) {
        return PAIR.KIND.eq(kind.code()).and(PAIR.STATE.eq("open"));
    }

    private static String living(Matched matched) {
        return "select p.*, coalesce(p.group_id, -p.id) as shown from duplicates.pair p where p.kind = ? and p.state = 'open'"
                + " and exists (select from " + matched.table() + " t where t.id = p.first_id)"
                + " and exists (select from " + matched.table() + " t where t.id = p.second_id)";
    }

    private Match match(Record r) {
        return new Match(
                r.get(PAIR.FIRST_ID),
                r.get(PAIR.SECOND_ID),
                r.get(PAIR.CHANCE),
                json.readValue(r.get(PAIR.EVIDENCE).data(), EVIDENCE),
                0);
    }
}
