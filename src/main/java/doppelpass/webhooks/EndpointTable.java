package doppelpass.webhooks;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.webhooks.Tables.COURSE;
import static doppelpassdb.webhooks.Tables.ENDPOINT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of endpoints and of how far each has been told; secrets come and go sealed. */
@Component
class EndpointTable {
    static final int MOST = 100;

    private final DSLContext db;

    EndpointTable(DSLContext db) {
        this.db = db;
    }

    /** The secret that signs, and the one before it while it counts. */
    record Sealed(
            String secret, @Nullable String old, @Nullable Instant oldUntil) {}

    List<Endpoint> all() {
        return select(DSL.noCondition());
    }

    List<Endpoint> active() {
        return select(ENDPOINT.STATE.eq(EndpointState.ACTIVE.code()));
    }

    Optional<Endpoint> find(long id) {
        return select(ENDPOINT.ID.eq(id)).stream().findFirst();
    }

    int count() {
        return db.fetchCount(ENDPOINT);
    }

    int stopped() {
        return db.fetchCount(ENDPOINT, ENDPOINT.STATE.eq(EndpointState.STOPPED.code()));
    }

    long insert(EndpointForm form, long person, String sealed, long position, Instant now) {
        long id = db.insertInto(ENDPOINT)
                .set(ENDPOINT.PERSON_ID, person)
                .set(ENDPOINT.NAME, form.name())
                .set(ENDPOINT.URL, form.url())
                .set(ENDPOINT.LISTS, form.lists().toArray(String[]::new))
                .set(ENDPOINT.EVENTS, form.events().toArray(String[]::new))
                .set(ENDPOINT.STATE, EndpointState.ACTIVE.code())
                .set(ENDPOINT.SEALED_SECRET, sealed)
                .set(ENDPOINT.CREATED_AT, now)
                .returningResult(ENDPOINT.ID)
                .fetchSingle()
                .value1();
        db.insertInto(COURSE)
                .set(COURSE.ENDPOINT_ID, id)
                .set(COURSE.POSITION, position)
                .execute();
        return id;
    }

    void update(long id, EndpointForm form, long person) {
        db.update(ENDPOINT)
                .set(ENDPOINT.PERSON_ID, person)
                .set(ENDPOINT.NAME, form.name())
                .set(ENDPOINT.URL, form.url())
                .set(ENDPOINT.LISTS, form.lists().toArray(String[]::new))
                .set(ENDPOINT.EVENTS, form.events().toArray(String[]::new))
                .where(ENDPOINT.ID.eq(id))
                .execute();
    }

    void delete(long id) {
        db.deleteFrom(ENDPOINT).where(ENDPOINT.ID.eq(id)).execute();
    }

    /** False where it is in this state already, or is no more. */
    boolean state(long id, EndpointState state, @Nullable String stoppedFor) {
        return db.update(ENDPOINT)
                        .set(ENDPOINT.STATE, state.code())
                        .set(ENDPOINT.STOPPED_FOR, stoppedFor)
                        .where(ENDPOINT.ID.eq(id).and(ENDPOINT.STATE.ne(state.code())))
                        .execute()
                == 1;
    }

    Optional<Sealed> sealed(long id) {
        return db.select(ENDPOINT.SEALED_SECRET, ENDPOINT.SEALED_OLD_SECRET, ENDPOINT.OLD_UNTIL)
                .from(ENDPOINT)
                .where(ENDPOINT.ID.eq(id))
                .fetchOptional(r -> new Sealed(r.value1(), r.value2(), r.value3()));
    }

    void rotate(long id, String sealed, Instant oldUntil) {
        db.update(ENDPOINT)
                .set(ENDPOINT.SEALED_OLD_SECRET, ENDPOINT.SEALED_SECRET)
                .set(ENDPOINT.SEALED_SECRET, sealed)
                .set(ENDPOINT.OLD_UNTIL, oldUntil)
                .where(ENDPOINT.ID.eq(id))
                .execute();
    }

    long position(long id) {
        return db.select(COURSE.POSITION)
                .from(COURSE)
                .where(COURSE.ENDPOINT_ID.eq(id))
                .fetchOptional(COURSE.POSITION)
                .orElse(Long.MAX_VALUE);
    }

    /** False where somebody else has gone on from there. */
    boolean advance(long id, long from, long to) {
        return db.update(COURSE)
                        .set(COURSE.POSITION, to)
                        .where(COURSE.ENDPOINT_ID.eq(id).and(COURSE.POSITION.eq(from)))
                        .execute()
                == 1;
    }

    /** Notes the first failure of a row of them. */
    void failing(long id, Instant now) {
        db.update(COURSE)
                .set(COURSE.FAILING_SINCE, now)
                .where(COURSE.ENDPOINT_ID.eq(id).and(COURSE.FAILING_SINCE.isNull()))
                .execute();
    }

    void fine(long id) {
        db.update(COURSE)
                .setNull(COURSE.FAILING_SINCE)
                .where(COURSE.ENDPOINT_ID.eq(id).and(COURSE.FAILING_SINCE.isNotNull()))
                .execute();
    }

    private List<Endpoint> select(Condition which) {
        return db.select(ENDPOINT.asterisk(), PERSON_CARD.NAME.as("person_name"), COURSE.FAILING_SINCE)
                .from(ENDPOINT)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(ENDPOINT.PERSON_ID))
                .join(COURSE)
                .on(COURSE.ENDPOINT_ID.eq(ENDPOINT.ID))
                .where(which)
                .orderBy(ENDPOINT.NAME, ENDPOINT.ID)
                .limit(MOST)
                .fetch(EndpointTable::read);
    }

    private static Endpoint read(Record r) {
        return new Endpoint(
                r.get(ENDPOINT.ID),
                r.get(ENDPOINT.PERSON_ID),
                r.get("person_name", String.class),
                r.get(ENDPOINT.NAME),
                r.get(ENDPOINT.URL),
                List.of(r.get(ENDPOINT.LISTS)),
                List.of(r.get(ENDPOINT.EVENTS)),
                EndpointState.of(r.get(ENDPOINT.STATE)),
                r.get(ENDPOINT.STOPPED_FOR),
                r.get(COURSE.FAILING_SINCE),
                r.get(ENDPOINT.OLD_UNTIL));
    }
}
