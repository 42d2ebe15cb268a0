package doppelpass.timeline;

import static doppelpassdb.timeline.Tables.ACTIVITY;

import java.util.Collection;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/** Activities with people whose data are erased: that there were any, when and how they went stays, their texts go. */
@Component
public class ErasedActivities {
    private static final JSONB NONE = JSONB.valueOf("{}");

    private final DSLContext db;

    ErasedActivities(DSLContext db) {
        this.db = db;
    }

    /** The numbers of those with these contacts and on these leads. */
    public Set<Long> of(Collection<Subject> records) {
        Condition theirs = ACTIVITY.CONTACT_ID
                .in(Subject.ids(Subject.Kind.CONTACT, records))
                .or(ACTIVITY.LEAD_ID.in(Subject.ids(Subject.Kind.LEAD, records)));
        return db.select(ACTIVITY.ID).from(ACTIVITY).where(theirs).fetchSet(ACTIVITY.ID);
    }

    /** How many had a text. */
    public long erase(Set<Long> ids) {
        return db.update(ACTIVITY)
                .set(ACTIVITY.SUBJECT, "")
                .setNull(ACTIVITY.NOTE)
                .set(ACTIVITY.FIELDS, NONE)
                .where(ACTIVITY.ID.in(ids))
                .and(ACTIVITY.SUBJECT.ne("").or(ACTIVITY.NOTE.isNotNull()).or(ACTIVITY.FIELDS.ne(NONE)))
                .execute();
    }
}
