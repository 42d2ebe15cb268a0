package doppelpass.leads;

import static doppelpassdb.leads.Tables.INTEREST_DAY;
import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.timeline.Tables.TOUCHPOINT_CARD;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The one formula of interest in SQL: for one contact with its parts, and for all leads on their way at once. */
@Component
class InterestTable {
    private static final Field<Integer> POINTS =
            DSL.choose(TOUCHPOINT_CARD.KIND).mapValues(Interest.POINTS).otherwise(0);

    private final DSLContext db;

    InterestTable(DSLContext db) {
        this.db = db;
    }

    Optional<LocalDate> day() {
        return db.select(INTEREST_DAY.DAY).from(INTEREST_DAY).fetchOptional(INTEREST_DAY.DAY);
    }

    /** The same, held as it is until the transaction ends; others may hold it too, {@link #decay} waits for them. */
    Optional<LocalDate> heldDay() {
        return db.select(INTEREST_DAY.DAY).from(INTEREST_DAY).forShare().fetchOptional(INTEREST_DAY.DAY);
    }

    void begin(LocalDate day) {
        db.insertInto(INTEREST_DAY)
                .set(INTEREST_DAY.DAY, day)
                .onConflictDoNothing()
                .execute();
    }

    /** What the contact did until now, worth what it is worth on the day. */
    Interest of(long contactId, LocalDate day, ZoneId zone, Instant now) {
        return Interest.of(db.select(TOUCHPOINT_CARD.KIND, DSL.count(), rounded(day, zone))
                .from(TOUCHPOINT_CARD)
                .where(TOUCHPOINT_CARD.CONTACT_ID.eq(contactId), counts(now))
                .groupBy(TOUCHPOINT_CARD.KIND)
                .fetch(r -> new Interest.Part(r.value1(), r.value2(), r.value3())));
    }

    /** Moves the day on and with it every lead on its way whose score is another on that day; how many those were. */
    int decay(LocalDate day, ZoneId zone, Instant now) {
        db.update(INTEREST_DAY).set(INTEREST_DAY.DAY, day).execute();
        var parts = DSL.select(LEAD.ID.as("id"), rounded(day, zone).as("points"))
                .from(LEAD)
                .join(TOUCHPOINT_CARD)
                .on(TOUCHPOINT_CARD.CONTACT_ID.eq(LEAD.CONTACT_ID))
                .where(onItsWay(), counts(now))
                .groupBy(LEAD.ID, TOUCHPOINT_CARD.KIND)
                .asTable("part");
        Field<Long> id = DSL.field(DSL.name("part", "id"), Long.class);
        Field<Integer> points = DSL.field(DSL.name("part", "points"), Integer.class);
        var scores = DSL.select(
                        id.as("id"),
                        DSL.greatest(DSL.sum(points).cast(Integer.class), DSL.zero())
                                .as("score"))
                .from(parts)
                .groupBy(id)
                .asTable("score");
        Field<Long> scored = DSL.field(DSL.name("score", "id"), Long.class);
        Field<Integer> score = DSL.field(DSL.name("score", "score"), Integer.class);
        var lead = LEAD.as("scored");
        return db.update(LEAD)
                .set(LEAD.INTENT, DSL.coalesce(score, 0))
                .from(lead.leftJoin(scores).on(scored.eq(lead.ID)))
                .where(lead.ID.eq(LEAD.ID), onItsWay(), LEAD.INTENT.ne(DSL.coalesce(score, 0)))
                .execute();
    }

    /** Points of all touchpoints of a kind, halved every {@value Interest#HALF_LIFE_DAYS} days, rounded half up. */
    private static Field<Integer> rounded(LocalDate day, ZoneId zone) {
        return DSL.field(
                "floor(sum({0} * power(0.5::float8, greatest(0, {1} - ({2} at time zone {3})::date) / {4}::float8)) + 0.5)::int",
                SQLDataType.INTEGER,
                POINTS,
                DSL.val(day),
                TOUCHPOINT_CARD.OCCURRED_AT,
                DSL.inline(zone.getId()),
                DSL.inline(Interest.HALF_LIFE_DAYS));
    }

    private static Condition counts(Instant now) {
        return TOUCHPOINT_CARD.OCCURRED_AT.le(now).and(TOUCHPOINT_CARD.KIND.in(Interest.POINTS.keySet()));
    }

    private static Condition onItsWay() {
        List<String> states =
                LeadState.runningStates().stream().map(LeadState::name).toList();
        return LEAD.STATE.in(states);
    }
}
