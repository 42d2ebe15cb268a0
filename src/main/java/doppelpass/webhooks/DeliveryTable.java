package doppelpass.webhooks;

import static doppelpassdb.webhooks.Tables.COURSE;
import static doppelpassdb.webhooks.Tables.DELIVERY;
import static doppelpassdb.webhooks.Tables.ENDPOINT;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of deliveries: what waits, how it went. */
@Component
class DeliveryTable {
    /** Longer than any attempt takes: what a killed process had in its hands is taken up again after it. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration WORKING = Duration.ofMinutes(10);

    private final DSLContext db;

    DeliveryTable(DSLContext db) {
        this.db = db;
    }

    /** What is to be sent; without an event it is a test. */
    record Parcel(@Nullable Long event, String messageId, String type, String body) {}

    /** A parcel in the hands of a worker; {@code attempt} counts from 1. */
    record Claim(long id, String messageId, String body, int attempt) {}

    /** An event that is there already stays as it is. */
    void insert(long endpoint, List<Parcel> parcels, Instant now) {
        if (parcels.isEmpty()) return;
        db.batch(parcels.stream()
                        .map(parcel -> db.insertInto(DELIVERY)
                                .set(DELIVERY.ENDPOINT_ID, endpoint)
                                .set(DELIVERY.EVENT_ID, parcel.event())
                                .set(DELIVERY.MESSAGE_ID, parcel.messageId())
                                .set(DELIVERY.TYPE, parcel.type())
                                .set(DELIVERY.BODY, parcel.body())
                                .set(DELIVERY.STATE, DeliveryState.WAITING.code())
                                .set(DELIVERY.CREATED_AT, now)
                                .set(DELIVERY.DUE_AT, now)
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    /** Takes the next that is due; it is due again when its lease is over. */
    Optional<Claim> claim(long endpoint, Instant now) {
        return db.update(DELIVERY)
                .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                .set(DELIVERY.DUE_AT, now.plus(LEASE))
                .where(DELIVERY.ID.eq(DSL.select(DELIVERY.ID)
                        .from(DELIVERY)
                        .where(due(endpoint, now))
                        .orderBy(DELIVERY.DUE_AT, DELIVERY.ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returning(DELIVERY.ID, DELIVERY.MESSAGE_ID, DELIVERY.BODY, DELIVERY.ATTEMPTS)
                .fetchOptional(r -> new Claim(r.getId(), r.getMessageId(), r.getBody(), r.getAttempts()));
    }

    /** {@code next} is null where it is not tried again. */
    void note(Claim claim, Outcome outcome, @Nullable Instant next, Instant now) {
        DeliveryState ended = outcome.delivered() ? DeliveryState.DELIVERED : DeliveryState.FAILED;
        Outcome.Fault fault = outcome.fault();
        UpdateSetMoreStep<?> update = db.update(DELIVERY)
                .set(DELIVERY.STATE, (next == null ? ended : DeliveryState.WAITING).code())
                .set(DELIVERY.STATUS, outcome.status())
                .set(DELIVERY.FAULT, fault == null ? null : fault.name())
                .set(DELIVERY.MILLIS, outcome.millis())
                .set(DELIVERY.TRIED_AT, now);
        if (next != null) update = update.set(DELIVERY.DUE_AT, next);
        update.where(DELIVERY.ID.eq(claim.id())).execute();
    }

    /** Once more with the same id and all its attempts. */
    int again(long endpoint, long delivery, Instant now) {
        return again(endpoint, DELIVERY.ID.eq(delivery), now);
    }

    int again(long endpoint, Instant from, Instant to, Instant now) {
        return again(endpoint, DELIVERY.CREATED_AT.ge(from).and(DELIVERY.CREATED_AT.lt(to)), now);
    }

    private int again(long endpoint, Condition which, Instant now) {
        return db.update(DELIVERY)
                .set(DELIVERY.STATE, DeliveryState.WAITING.code())
                .set(DELIVERY.ATTEMPTS, 0)
                .set(DELIVERY.DUE_AT, now)
                .where(DELIVERY.ENDPOINT_ID.eq(endpoint).and(which))
                .execute();
    }

    /** Endpoints with something due whom nobody serves; from now on somebody does. */
    List<Long> wake(Instant now) {
        return db.update(COURSE)
                .set(COURSE.WORKING_UNTIL, now.plus(WORKING))
                .where(COURSE.WORKING_UNTIL.isNull().or(COURSE.WORKING_UNTIL.le(now)))
                .and(DSL.exists(DSL.selectOne()
                        .from(DELIVERY)
                        .where(
                                DELIVERY.ENDPOINT_ID.eq(COURSE.ENDPOINT_ID),
                                DELIVERY.STATE.eq(DeliveryState.WAITING.code()),
                                DELIVERY.DUE_AT.le(now))))
                .and(COURSE.ENDPOINT_ID.in(
                        DSL.select(ENDPOINT.ID).from(ENDPOINT).where(ENDPOINT.STATE.eq(EndpointState.ACTIVE.code()))))
                .returning(COURSE.ENDPOINT_ID)
                .fetch(COURSE.ENDPOINT_ID);
    }

    void rest(long endpoint) {
        db.update(COURSE)
                .setNull(COURSE.WORKING_UNTIL)
                .where(COURSE.ENDPOINT_ID.eq(endpoint))
                .execute();
    }

    Page<Delivery> page(long endpoint, @Nullable DeliveryState state, String type, PageRequest request) {
        Condition where = DELIVERY.ENDPOINT_ID.eq(endpoint);
        if (state != null) where = where.and(DELIVERY.STATE.eq(state.code()));
        if (!type.isEmpty()) where = where.and(DELIVERY.TYPE.contains(type));
        return new Keyset(db, DELIVERY, where, DELIVERY.CREATED_AT, DELIVERY.ID, request)
                .fetch(List.of(DELIVERY.fields()), DeliveryTable::read, Delivery::id);
    }

    int forget(Instant before) {
        return db.deleteFrom(DELIVERY)
                .where(DELIVERY.STATE.ne(DeliveryState.WAITING.code()).and(DELIVERY.CREATED_AT.lt(before)))
                .execute();
    }

    private static Condition due(long endpoint, Instant now) {
        return DELIVERY.ENDPOINT_ID
                .eq(endpoint)
                .and(DELIVERY.STATE.eq(DeliveryState.WAITING.code()))
                .and(DELIVERY.DUE_AT.le(now));
    }

    private static Delivery read(Record r) {
        return new Delivery(
                r.get(DELIVERY.ID),
                r.get(DELIVERY.MESSAGE_ID),
                r.get(DELIVERY.TYPE),
                DeliveryState.of(r.get(DELIVERY.STATE)),
                r.get(DELIVERY.ATTEMPTS),
                r.get(DELIVERY.STATUS),
                r.get(DELIVERY.FAULT),
                r.get(DELIVERY.MILLIS),
                r.get(DELIVERY.CREATED_AT),
                r.get(DELIVERY.DUE_AT),
                r.get(DELIVERY.TRIED_AT));
    }
}
