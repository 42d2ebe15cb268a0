package doppelpass.forecast;

import static doppelpassdb.deals.Tables.DEAL_CARD;
import static doppelpassdb.forecast.Tables.CHANCE;
import static doppelpassdb.forecast.Tables.ENTRY;
import static doppelpassdb.forecast.Tables.SNAPSHOT;

import doppelpass.database.CopyRows;
import doppelpassdb.forecast.tables.records.EntryRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of chances and frozen forecasts. */
@Component
class ForecastTable {
    private static final int WEEKS = 120;

    private final DSLContext db;

    ForecastTable(DSLContext db) {
        this.db = db;
    }

    /** The chance of a row of {@code deal_card} now, in percent with one digit; nothing for closed deals. */
    static Field<BigDecimal> percent(Instant now) {
        Field<Integer> days = DSL.field(
                "floor(extract(epoch from {0} - {1}) / 86400)", Integer.class, DSL.val(now), DEAL_CARD.STAGE_SINCE);
        Field<BigDecimal> p = DSL.field(DSL.select(CHANCE.P)
                .from(CHANCE)
                .where(CHANCE.STAGE_ID.eq(DEAL_CARD.STAGE_ID))
                .and(CHANCE.FROM_DAY.le(days))
                .orderBy(CHANCE.FROM_DAY.desc())
                .limit(1));
        return DSL.when(DEAL_CARD.STATE.eq("open"), DSL.round(p.mul(BigDecimal.valueOf(100)), 1));
    }

    void count(List<Chance> chances, Instant at) {
        db.deleteFrom(CHANCE).execute();
        if (chances.isEmpty()) return;
        db.insertInto(CHANCE, CHANCE.STAGE_ID, CHANCE.FROM_DAY, CHANCE.N, CHANCE.WINS, CHANCE.P, CHANCE.COUNTED_AT)
                .valuesOfRows(chances.stream()
                        .map(c -> DSL.row(c.stageId(), c.fromDay(), c.n(), c.wins(), c.p(), at))
                        .toList())
                .execute();
    }

    List<Chance> chances() {
        return db.selectFrom(CHANCE)
                .orderBy(CHANCE.STAGE_ID, CHANCE.FROM_DAY)
                .limit(2_500)
                .fetch(ForecastTable::chance);
    }

    Optional<Instant> countedAt() {
        return db.select(DSL.max(CHANCE.COUNTED_AT)).from(CHANCE).fetchOptional(r -> r.value1());
    }

    boolean taken(Instant due) {
        return db.fetchExists(SNAPSHOT, SNAPSHOT.DUE_AT.eq(due));
    }

    /** Empty if it was taken already, by whoever was faster. */
    Optional<Long> insert(Instant due, Instant taken, boolean late, LocalDate month, long won) {
        return db.insertInto(SNAPSHOT)
                .set(SNAPSHOT.DUE_AT, due)
                .set(SNAPSHOT.TAKEN_AT, taken)
                .set(SNAPSHOT.LATE, late)
                .set(SNAPSHOT.MONTH, month)
                .set(SNAPSHOT.WON_MINOR, won)
                .onConflictDoNothing()
                .returning(SNAPSHOT.ID)
                .fetchOptional(SNAPSHOT.ID);
    }

    void insert(List<EntryRecord> entries) {
        CopyRows.write(db, ENTRY, entries);
    }

    /** What each snapshot of the last years expected for a month, the earliest first. */
    List<Frozen> frozen(LocalDate month) {
        Field<Long> open = DSL.field(DSL.select(DSL.coalesce(DSL.sum(ENTRY.WEIGHTED_MINOR), BigDecimal.ZERO)
                        .cast(Long.class))
                .from(ENTRY)
                .where(ENTRY.SNAPSHOT_ID.eq(SNAPSHOT.ID))
                .and(ENTRY.MONTH.eq(month)));
        Field<Long> won = DSL.when(SNAPSHOT.MONTH.eq(month), SNAPSHOT.WON_MINOR).otherwise(0L);
        return db.select(SNAPSHOT.DUE_AT, SNAPSHOT.LATE, SNAPSHOT.MONTH, won, open)
                .from(SNAPSHOT)
                .where(SNAPSHOT.MONTH.le(month))
                .and(SNAPSHOT.MONTH.gt(month.minusYears(1)))
                .orderBy(SNAPSHOT.DUE_AT)
                .limit(WEEKS)
                .fetch(r -> new Frozen(r.value1(), r.value2(), month, r.value4() + r.value5()));
    }

    /** Of each month from this one on the snapshot of its first Monday, and what that expected for the month. */
    List<Frozen> firsts(LocalDate from, LocalDate to, ZoneId zone) {
        return db.fetch("""
                        select s.due_at, s.late, s.month,
                          s.won_minor + coalesce((select sum(e.weighted_minor) from forecast.entry e
                            where e.snapshot_id = s.id and e.month = s.month), 0)::bigint as expected
                        from (select distinct on (month) * from forecast.snapshot where month >= {0} and month < {1}
                              and extract(day from due_at at time zone {2}) <= 7 order by month, due_at) s
                        order by s.month limit 60""", DSL.val(from), DSL.val(to), DSL.val(zone.getId()))
                .map(r -> new Frozen(
                        r.get("due_at", java.time.OffsetDateTime.class).toInstant(),
                        r.get("late", Boolean.class),
                        r.get("month", LocalDate.class),
                        r.get("expected", Long.class)));
    }

    private static Chance chance(Record r) {
        return new Chance(
                r.get(CHANCE.STAGE_ID), r.get(CHANCE.FROM_DAY), r.get(CHANCE.N), r.get(CHANCE.WINS), r.get(CHANCE.P));
    }
}
