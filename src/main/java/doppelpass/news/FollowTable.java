package doppelpass.news;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.news.Tables.FOLLOW;
import static doppelpassdb.news.Tables.ITEM;
import static doppelpassdb.news.Tables.PREFERENCE;

import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of who follows what and of what they want by mail. */
@Component
class FollowTable {
    /** Of one person in one mail. */
    private static final int TOLD = 30;

    private static final int PEOPLE = 1_000;

    private final DSLContext db;

    FollowTable(DSLContext db) {
        this.db = db;
    }

    void follow(long person, Subject record, Instant now) {
        db.insertInto(FOLLOW, FOLLOW.PERSON_ID, FOLLOW.KIND, FOLLOW.RECORD_ID, FOLLOW.SINCE)
                .values(person, record.kind().code(), record.id(), now)
                .onConflictDoNothing()
                .execute();
    }

    void unfollow(long person, Subject record) {
        db.deleteFrom(FOLLOW).where(it(person, record)).execute();
    }

    boolean follows(long person, Subject record) {
        return db.fetchExists(FOLLOW, it(person, record));
    }

    Preference preference(long person) {
        return db.select(PREFERENCE.MENTION_MAIL, PREFERENCE.DIGEST)
                .from(PREFERENCE)
                .where(PREFERENCE.PERSON_ID.eq(person))
                .fetchOptional(r -> new Preference(r.value1(), r.value2()))
                .orElse(Preference.USUAL);
    }

    /** A digest that is switched on tells of what comes from now on. */
    void prefer(long person, Preference wanted, Instant now) {
        db.insertInto(
                        PREFERENCE,
                        PREFERENCE.PERSON_ID,
                        PREFERENCE.MENTION_MAIL,
                        PREFERENCE.DIGEST,
                        PREFERENCE.DIGESTED_AT)
                .values(person, wanted.mentionMail(), wanted.digest(), now)
                .onConflict(PREFERENCE.PERSON_ID)
                .doUpdate()
                .set(PREFERENCE.MENTION_MAIL, wanted.mentionMail())
                .set(PREFERENCE.DIGEST, wanted.digest())
                .set(
                        PREFERENCE.DIGESTED_AT,
                        DSL.when(PREFERENCE.DIGEST, PREFERENCE.DIGESTED_AT)
                                .otherwise(DSL.val(now, PREFERENCE.DIGESTED_AT.getDataType())))
                .execute();
    }

    /** Those of these people who want no mail about a mention. */
    Set<Long> silent(Set<Long> people) {
        return db.select(PREFERENCE.PERSON_ID)
                .from(PREFERENCE)
                .where(PREFERENCE.PERSON_ID.in(people))
                .and(DSL.not(PREFERENCE.MENTION_MAIL))
                .fetchSet(PREFERENCE.PERSON_ID);
    }

    /** Per person who wants a digest what is unread and came since the last one, the newest first. */
    Map<Long, List<NewsItem>> undigested() {
        Field<String> actor = DSL.field(
                        DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(ITEM.ACTOR_ID)))
                .as("actor");
        Field<Integer> place = DSL.rowNumber()
                .over()
                .partitionBy(ITEM.PERSON_ID)
                .orderBy(ITEM.OCCURRED_AT.desc(), ITEM.ID.desc())
                .as("place");
        Table<?> ranked = db.select(ITEM.fields())
                .select(actor, place)
                .from(ITEM)
                .join(PREFERENCE)
                .on(PREFERENCE.PERSON_ID.eq(ITEM.PERSON_ID))
                .where(PREFERENCE.DIGEST)
                .and(ITEM.READ_AT.isNull())
                .and(DSL.not(ITEM.HIDDEN))
                .and(ITEM.OCCURRED_AT.gt(PREFERENCE.DIGESTED_AT))
                .asTable("ranked");
        return db.select(ranked.asterisk())
                .from(ranked)
                .where(DSL.field(place.getUnqualifiedName(), Integer.class).le(TOLD))
                .orderBy(DSL.field(ITEM.PERSON_ID.getUnqualifiedName()), DSL.field(place.getUnqualifiedName()))
                .limit(TOLD * PEOPLE)
                .fetchGroups(r -> r.get(ITEM.PERSON_ID), r -> NewsTable.item(r, r.get(actor)));
    }

    void digested(Set<Long> people, Instant now) {
        db.update(PREFERENCE)
                .set(PREFERENCE.DIGESTED_AT, now)
                .where(PREFERENCE.PERSON_ID.in(people))
                .execute();
    }

    private static org.jooq.Condition it(long person, Subject record) {
        return FOLLOW.PERSON_ID
                .eq(person)
                .and(FOLLOW.KIND.eq(record.kind().code()))
                .and(FOLLOW.RECORD_ID.eq(record.id()));
    }
}
