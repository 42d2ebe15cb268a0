package doppelpass.duplicates;

import static doppelpassdb.duplicates.Tables.SIGN;

import doppelpass.database.CopyRows;
import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL that reads what is compared of records, keeps their keys and brings together those that share one. */
@Component
class SignTable {
    private static final int FETCHED = 2_000;
    private static final int WRITTEN = 20_000;
    private static final int PLACE = 24;

    private final DSLContext db;

    SignTable(DSLContext db) {
        this.db = db;
    }

    /** A record's profile and where it stands among those that share a key. */
    record Placed(Profile profile, String place) {}

    /** The most frequent plain values of each trait and how many records have them. */
    List<Map<String, Long>> frequent(Matched matched) {
        List<Map<String, Long>> frequent = new ArrayList<>();
        for (int i = 0; i < matched.traits().size(); i++) {
            Comparison comparison = matched.traits().get(i).comparison();
            Map<String, Long> counts = new HashMap<>();
            db.fetch("""
                            select lower(v), count(*) from (%s) p, unnest(string_to_array(p.t%d, ?)) v where v <> ''
                            group by 1 having count(*) > ? order by 2 desc limit ?""".formatted(matched.profiles(), i), Matched.BETWEEN, Learning.TWINS, Learning.TOLD)
                    .forEach(r ->
                            counts.merge(comparison.plain(r.get(0, String.class)), r.get(1, Long.class), Long::sum));
            frequent.add(counts);
        }
        return frequent;
    }

    long count(Matched matched) {
        return db.fetchSingle("select count(*) from " + matched.table()).get(0, Long.class);
    }

    List<Long> changed(Matched matched, Instant since) {
        return db.fetch(matched.changed().replace("{since}", "timestamptz '" + since + "'"))
                .into(Long.class);
    }

    List<Placed> profiles(Matched matched, Collection<Long> ids) {
        return db.fetch("select * from (" + matched.profiles() + ") p where p.id = any(?)", (Object)
                        ids.toArray(Long[]::new))
                .map(r -> placed(matched.traits(), r));
    }

    List<Placed> staged(Matched matched, String stage) {
        return db.fetch(matched.staged().replace("{s}", stage)).map(r -> placed(matched.traits(), r));
    }

    /** Works all keys of a kind out anew. */
    void signAll(Matched matched, Consumer<Long> progress) {
        db.deleteFrom(SIGN).where(SIGN.KIND.eq(matched.kind().code())).execute();
        Keys keys = new Keys(matched.traits());
        long count = 0;
        CopyRows rows = new CopyRows();
        try (var all = db.resultQuery(matched.profiles()).fetchSize(FETCHED).fetchLazy()) {
            for (Record r : all) {
                write(rows, matched.kind(), placed(matched.traits(), r), keys);
                if (++count % WRITTEN == 0) {
                    rows.send(db, "duplicates.sign", "kind, key, place, record_id");
                    rows = new CopyRows();
                    progress.accept(count);
                }
            }
        }
        rows.send(db, "duplicates.sign", "kind, key, place, record_id");
        db.execute("analyze duplicates.sign");
    }

    /** Replaces the keys of some records. */
    void sign(Matched matched, Collection<Placed> records) {
        db.deleteFrom(SIGN)
                .where(SIGN.KIND.eq(matched.kind().code()))
                .and(SIGN.RECORD_ID.eq(DSL.any(ids(records))))
                .execute();
        add(matched, records);
    }

    /** The same beside a run over all records, without waiting for it. */
    void note(Matched matched, Collection<Placed> records) {
        forget(matched.kind(), List.of(ids(records)));
        add(matched, records);
    }

    /**
     * Keys that a run is about to replace it takes away itself, and what changed while it looked it looks at again: nobody
     * who writes a record waits for it.
     */
    void forget(Subject.Kind kind, Collection<Long> ids) {
        db.execute(
                "delete from duplicates.sign where ctid = any(array(select ctid from duplicates.sign"
                        + " where kind = ? and record_id = any(?) for update skip locked))",
                kind.code(),
                ids.toArray(Long[]::new));
    }

    private static Long[] ids(Collection<Placed> records) {
        return records.stream().map(placed -> placed.profile().id()).toArray(Long[]::new);
    }

    private void add(Matched matched, Collection<Placed> records) {
        Keys keys = new Keys(matched.traits());
        CopyRows rows = new CopyRows();
        records.forEach(p -> write(rows, matched.kind(), p, keys));
        rows.send(db, "duplicates.sign", "kind, key, place, record_id");
    }

    /** Records that share a key with this profile, those with most of them first. */
    List<Long> sharing(Subject.Kind kind, Set<Long> keys, @Nullable Long but, int limit) {
        return db.fetch("""
                        select record_id from duplicates.sign
                        where kind = ? and key = any(?) and record_id is distinct from ?
                        group by record_id order by count(*) desc, record_id limit ?""", kind.code(), keys.toArray(Long[]::new), but, limit).into(Long.class);
    }

    /** The same for many at once: asking id → ids of records; keys that more than {@code most} have are passed over. */
    Map<Long, Set<Long>> sharing(Subject.Kind kind, Map<Long, Set<Long>> keys, int most) {
        db.execute(
                "create temporary table if not exists asked_key (asking_id bigint, key bigint) on commit delete rows");
        db.execute("truncate asked_key");
        CopyRows rows = new CopyRows();
        keys.forEach((id, some) -> some.forEach(key -> rows.row(List.of(id, key))));
        rows.send(db, "asked_key", "asking_id, key");
        Map<Long, Set<Long>> sharing = new HashMap<>();
        db.fetch("""
                        select distinct a.asking_id, unnest(s.ids) from asked_key a cross join lateral (
                          select array_agg(record_id) as ids from (
                            select record_id from duplicates.sign where kind = ? and key = a.key limit ?) few) s
                        where cardinality(s.ids) <= ?""", kind.code(), most + 1, most)
                .forEach(r -> sharing.computeIfAbsent(r.get(0, Long.class), id -> new HashSet<>())
                        .add(r.get(1, Long.class)));
        return sharing;
    }

    boolean any(Subject.Kind kind) {
        return db.fetchExists(SIGN, SIGN.KIND.eq(kind.code()));
    }

    static Placed placed(List<Trait> traits, Record r) {
        return new Placed(profile(traits, r, 0), r.get(1, String.class));
    }

    /** From a row whose id stands at {@code from}, its place behind it, then its traits. */
    static Profile profile(List<Trait> traits, Record r, int from) {
        List<List<String>> given = IntStream.range(0, traits.size())
                .mapToObj(i -> values(r.get(from + 2 + i, String.class)))
                .toList();
        return Profile.of(r.get(from, Long.class), traits, given);
    }

    private static List<String> values(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) return List.of();
        return cell.contains(Matched.BETWEEN) ? Arrays.asList(cell.split(Matched.BETWEEN)) : List.of(cell);
    }

    private static void write(CopyRows rows, Subject.Kind kind, Placed placed, Keys keys) {
        String plain = Plain.words(placed.place());
        String place = plain.substring(0, Math.min(PLACE, plain.length()));
        for (long key : keys.of(placed.profile()))
            rows.row(List.of(kind.code(), key, place, placed.profile().id()));
    }
}
