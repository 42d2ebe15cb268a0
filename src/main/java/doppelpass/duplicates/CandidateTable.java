package doppelpass.duplicates;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Pairs worth comparing, in a table of the transaction: every two that share a key; of a key that very many share each record
 * with those that stand near it, and how many pairs that leaves out is told.
 */
@Component
class CandidateTable {
    /** So many records behind each are compared with it; where a key says little because many share it, fewer. */
    static final int NEAR = 12;

    private static final int NEAR_AMONG_MANY = 3;
    private static final int MANY = 50;
    private static final int FETCHED = 2_000;

    private final DSLContext db;

    CandidateTable(DSLContext db) {
        this.db = db;
    }

    /** How many pairs will be compared, and how many that share a key will not. */
    record Size(long pairs, long leftOut) {}

    /** Among all records of the kind. */
    Size gatherAll(Matched matched) {
        create();
        String kind = matched.kind().code();
        db.execute("""
                insert into candidate select distinct least(ids[i], ids[j]), greatest(ids[i], ids[j])
                from (select array_agg(record_id order by place, record_id) as ids from duplicates.sign
                      where kind = ? group by key having count(*) > 1) k,
                  generate_series(1, cardinality(ids) - 1) i,
                  generate_series(i + 1, least(i + case when cardinality(ids) > ? then ? else ? end, cardinality(ids))) j""", kind, MANY, NEAR_AMONG_MANY, NEAR);
        long leftOut =
                db.fetchSingle("""
                        select coalesce(sum((n - near) * (n - near - 1) / 2), 0)::bigint
                        from (select count(*) as n, case when count(*) > ? then ? else ? end as near
                              from duplicates.sign where kind = ? group by key having count(*) > ?) k""", MANY, NEAR_AMONG_MANY, NEAR, kind, NEAR + 1).get(0, Long.class);
        return new Size(analysed(), leftOut);
    }

    /** Those with one of these records in them. */
    Size gather(Matched matched, Collection<Long> changed) {
        create();
        String kind = matched.kind().code();
        Long[] ids = changed.toArray(Long[]::new);
        db.execute("""
                insert into candidate select distinct least(a.record_id, n.record_id), greatest(a.record_id, n.record_id)
                from duplicates.sign a cross join lateral (
                  (select record_id from duplicates.sign b where b.kind = a.kind and b.key = a.key
                     and (b.place, b.record_id) > (a.place, a.record_id) order by b.place, b.record_id limit ?)
                  union all
                  (select record_id from duplicates.sign b where b.kind = a.kind and b.key = a.key
                     and (b.place, b.record_id) < (a.place, a.record_id) order by b.place desc, b.record_id desc limit ?)) n
                where a.kind = ? and a.record_id = any(?)""", NEAR, NEAR, kind, ids);
        return new Size(analysed(), 0);
    }

    /** Both profiles of each pair, one after the other. */
    void read(Matched matched, Consumer<Record> consumer) {
        String traits = IntStream.range(0, matched.traits().size())
                .mapToObj(i -> "t" + i)
                .collect(Collectors.joining(", "));
        String columns = "%1$s.id, %1$s.place, " + traits.replace("t", "%1$s.t");
        String query = "select " + columns.formatted("a") + ", " + columns.formatted("b") + " from candidate c join ("
                + matched.profiles() + ") a on a.id = c.first_id join (" + matched.profiles()
                + ") b on b.id = c.second_id"
                + " left join duplicates.pair known on known.kind = ? and known.first_id = c.first_id"
                + " and known.second_id = c.second_id and known.state = 'distinct' where known.id is null";
        try (var pairs =
                db.resultQuery(query, matched.kind().code()).fetchSize(FETCHED).fetchLazy()) {
            pairs.forEach(consumer);
        }
    }

    private void create() {
        db.execute("set local work_mem = '64MB'");
        db.execute("set local jit = off");
        db.execute("create temporary table if not exists candidate (first_id bigint, second_id bigint) on commit drop");
        db.execute("truncate candidate");
    }

    private long analysed() {
        db.execute("analyze candidate");
        return db.fetchSingle("select count(*) from candidate").get(0, Long.class);
    }
}
