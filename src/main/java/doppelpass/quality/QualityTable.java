package doppelpass.quality;

import static doppelpassdb.quality.Tables.EXEMPTION;
import static doppelpassdb.quality.Tables.REFUSED;
import static doppelpassdb.quality.Tables.SNAPSHOT;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
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

    Count count(Check check, Moment moment) {
        Offending o = check.offending().apply(moment);
        return db.select(DSL.count().filterWhere(found(check, o, moment)), DSL.count())
                .from(o.from())
                .where(o.among())
                .fetchSingle(r -> new Count(r.value1(), r.value2()));
    }

    Page<Finding> page(Check check, Moment moment, PageRequest request) {
        Offending o = check.offending().apply(moment);
        Field<?> sort = request.sort().equals("id") ? o.id() : DSL.lower(o.name());
        return new Keyset(db, o.from(), o.among().and(found(check, o, moment)), sort, o.id(), request)
                .fetch(fields(o), r -> finding(check, o, r), Finding::id);
    }

    /** One record, whether it is wrong or not. */
    Optional<Finding> record(Check check, Moment moment, long id) {
        Offending o = check.offending().apply(moment);
        return db.select(fields(o)).from(o.from()).where(o.id().eq(id)).fetchOptional(r -> finding(check, o, r));
    }

    boolean wrong(Check check, Moment moment, long id) {
        Offending o = check.offending().apply(moment);
        return db.fetchExists(db.selectOne()
                .from(o.from())
                .where(o.id().eq(id))
                .and(o.among())
                .and(o.wrong()));
    }

    /** What was left as it is, the last first. */
    Page<Finding> left(Check check, Moment moment, PageRequest request) {
        Offending o = check.offending().apply(moment);
        Field<?> sort = request.sort().equals("id") ? o.id() : DSL.lower(o.name());
        return new Keyset(db, o.from(), o.among().and(o.wrong()).and(exempt(check, o, moment)), sort, o.id(), request)
                .fetch(fields(o), r -> finding(check, o, r), Finding::id);
    }

    long exempted(Check check, Moment moment) {
        Offending o = check.offending().apply(moment);
        return db.fetchCount(
                db.selectOne().from(o.from()).where(o.among()).and(o.wrong()).and(exempt(check, o, moment)));
    }

    boolean exempt(Check check, Moment moment, long id) {
        return db.fetchExists(db.selectOne()
                .from(EXEMPTION)
                .where(EXEMPTION.CHECK_KEY.eq(check.key()), EXEMPTION.RECORD_ID.eq(id))
                .and(EXEMPTION.UNTIL.ge(moment.today())));
    }

    void exempt(Check check, long id, String kind, LocalDate until, long by, Instant now) {
        var row = db.newRecord(EXEMPTION);
        row.setCheckKey(check.key());
        row.setRecordId(id);
        row.setKind(kind);
        row.setUntil(until);
        row.setExemptedBy(by);
        row.setExemptedAt(now);
        db.insertInto(EXEMPTION)
                .set(row)
                .onConflict(EXEMPTION.CHECK_KEY, EXEMPTION.RECORD_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    boolean demand(Check check, long id) {
        return db.deleteFrom(EXEMPTION)
                        .where(EXEMPTION.CHECK_KEY.eq(check.key()), EXEMPTION.RECORD_ID.eq(id))
                        .execute()
                == 1;
    }

    /** The records whose value a library refused and that still have it. */
    static Offending refused(String key, Sieve sieve) {
        return new Offending(
                sieve.from(),
                sieve.value().isNotNull(),
                DSL.exists(DSL.selectOne()
                        .from(REFUSED)
                        .where(REFUSED.CHECK_KEY.eq(key), REFUSED.RECORD_ID.eq(sieve.id()))
                        .and(REFUSED.VALUE.eq(sieve.value()))),
                sieve.id(),
                sieve.name(),
                List.of(sieve.value()));
    }

    private static Condition found(Check check, Offending o, Moment moment) {
        return o.wrong().andNot(exempt(check, o, moment));
    }

    private static Condition exempt(Check check, Offending o, Moment moment) {
        return DSL.exists(DSL.selectOne()
                .from(EXEMPTION)
                .where(EXEMPTION.CHECK_KEY.eq(check.key()), EXEMPTION.RECORD_ID.eq(o.id()))
                .and(EXEMPTION.UNTIL.ge(moment.today())));
    }

    private static List<SelectFieldOrAsterisk> fields(Offending o) {
        List<SelectFieldOrAsterisk> fields =
                new ArrayList<>(List.of(o.id().as("finding_id"), o.name().as("finding_name")));
        for (int i = 0; i < o.facts().size(); i++) {
            fields.add(o.facts().get(i).as("fact_" + i));
        }
        return fields;
    }

    Optional<String> ofResult(long id) {
        return db.select(SNAPSHOT.CHECK_KEY)
                .from(SNAPSHOT)
                .where(SNAPSHOT.ID.eq(id))
                .fetchOptional(SNAPSHOT.CHECK_KEY);
    }

    void save(Check check, LocalDate day, Count count, Instant at) {
        String kind = check.kind().code();
        db.insertInto(SNAPSHOT)
                .set(SNAPSHOT.CHECK_KEY, check.key())
                .set(SNAPSHOT.TAKEN_ON, day)
                .set(SNAPSHOT.KIND, kind)
                .set(SNAPSHOT.FOUND, count.found())
                .set(SNAPSHOT.EXAMINED, count.examined())
                .set(SNAPSHOT.TAKEN_AT, at)
                .onConflict(SNAPSHOT.CHECK_KEY, SNAPSHOT.TAKEN_ON)
                .doUpdate()
                .set(SNAPSHOT.KIND, kind)
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
