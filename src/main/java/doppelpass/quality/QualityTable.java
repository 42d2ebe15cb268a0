package doppelpass.quality;

import static doppelpassdb.quality.Tables.SNAPSHOT;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs checks as SQL and keeps their daily results. */
@Component
class QualityTable {
    private static final int TREND_DAYS = 90;

    private final DSLContext db;

    QualityTable(DSLContext db) {
        this.db = db;
    }

    /** How many records a check found, and of how many. */
    record Count(long found, long examined) {}

    /** The result of one day. */
    record Day(LocalDate day, long found) {}

    Count count(Offending o) {
        return db.select(DSL.count().filterWhere(o.wrong()), DSL.count())
                .from(o.from())
                .where(o.among())
                .fetchSingle(r -> new Count(r.value1(), r.value2()));
    }

    Page<Finding> page(Check check, Offending o, PageRequest request) {
        List<SelectFieldOrAsterisk> fields =
                new ArrayList<>(List.of(o.id().as("finding_id"), o.name().as("finding_name")));
        for (int i = 0; i < o.facts().size(); i++) {
            fields.add(o.facts().get(i).as("fact_" + i));
        }
        Field<?> sort = request.sort().equals("id") ? o.id() : DSL.lower(o.name());
        return new Keyset(db, o.from(), o.among().and(o.wrong()), sort, o.id(), request)
                .fetch(fields, r -> finding(check, o, r), Finding::id);
    }

    void save(String key, LocalDate day, Count count, java.time.Instant at) {
        db.insertInto(SNAPSHOT)
                .set(SNAPSHOT.CHECK_KEY, key)
                .set(SNAPSHOT.TAKEN_ON, day)
                .set(SNAPSHOT.FOUND, count.found())
                .set(SNAPSHOT.EXAMINED, count.examined())
                .set(SNAPSHOT.TAKEN_AT, at)
                .onConflict(SNAPSHOT.CHECK_KEY, SNAPSHOT.TAKEN_ON)
                .doUpdate()
                .set(SNAPSHOT.FOUND, count.found())
                .set(SNAPSHOT.EXAMINED, count.examined())
                .set(SNAPSHOT.TAKEN_AT, at)
                .execute();
    }

    /** What each check found on its last snapshot up to that day, by its key. */
    Map<String, Long> foundUpTo(LocalDate day) {
        return db.select(SNAPSHOT.CHECK_KEY, SNAPSHOT.FOUND)
                .distinctOn(SNAPSHOT.CHECK_KEY)
                .from(SNAPSHOT)
                .where(SNAPSHOT.TAKEN_ON.le(day))
                .orderBy(SNAPSHOT.CHECK_KEY, SNAPSHOT.TAKEN_ON.desc())
                .fetchMap(SNAPSHOT.CHECK_KEY, SNAPSHOT.FOUND);
    }

    List<Day> trend(String key, LocalDate until) {
        return db.select(SNAPSHOT.TAKEN_ON, SNAPSHOT.FOUND)
                .from(SNAPSHOT)
                .where(SNAPSHOT.CHECK_KEY.eq(key), SNAPSHOT.TAKEN_ON.gt(until.minusDays(TREND_DAYS)))
                .orderBy(SNAPSHOT.TAKEN_ON)
                .fetch(r -> new Day(r.value1(), r.value2()));
    }

    private static Finding finding(Check check, Offending o, Record r) {
        List<@Nullable Object> facts = new ArrayList<>();
        for (int i = 0; i < o.facts().size(); i++) {
            facts.add(r.get("fact_" + i));
        }
        String name = r.get("finding_name", String.class);
        return new Finding(check, r.get("finding_id", Long.class), name == null ? "" : name, facts);
    }
}
