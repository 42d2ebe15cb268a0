package doppelpass.meetings;

import static doppelpassdb.meetings.Tables.ITEM;
import static doppelpassdb.meetings.Tables.MEETING;

import doppelpass.meetings.plug.Fact;
import doppelpass.meetings.plug.Text;
import doppelpass.meetings.plug.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All SQL about the items of an agenda. */
@Component
class AgendaTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext db;

    AgendaTable(DSLContext db) {
        this.db = db;
    }

    List<Item> of(long meeting) {
        return db.selectFrom(ITEM)
                .where(ITEM.MEETING_ID.eq(meeting))
                .orderBy(ITEM.POSITION, ITEM.ID)
                .limit(200)
                .fetch(AgendaTable::item);
    }

    Optional<Item> find(long id) {
        return db.selectFrom(ITEM).where(ITEM.ID.eq(id)).fetchOptional(AgendaTable::item);
    }

    void insert(long meeting, int position, Topic t, String state, int postponed, @Nullable Long proposedBy) {
        db.insertInto(ITEM)
                .set(ITEM.MEETING_ID, meeting)
                .set(ITEM.POSITION, position)
                .set(ITEM.CODE, t.code())
                .set(ITEM.SUBJECT, t.subject())
                .set(ITEM.TITLE, json(t.title()))
                .set(ITEM.REMARK, json(t.remark()))
                .set(ITEM.FACTS, json(t.facts()))
                .set(ITEM.TONE, t.tone().code())
                .set(ITEM.OWNER, t.owner())
                .set(ITEM.URL, t.url())
                .set(ITEM.MINUTES, t.minutes())
                .set(ITEM.SCORE, t.score())
                .set(ITEM.POSTPONED, postponed)
                .set(ITEM.STATE, state)
                .set(ITEM.PROPOSED_BY, proposedBy)
                .set(ITEM.CURATED, proposedBy != null)
                .onConflict(ITEM.MEETING_ID, ITEM.SUBJECT)
                .doNothing()
                .execute();
    }

    /** What a person has dropped, moved or proposed stays; the rest is found anew. */
    void forgetUncurated(long meeting) {
        db.deleteFrom(ITEM)
                .where(ITEM.MEETING_ID.eq(meeting).and(DSL.not(DSL.condition(ITEM.CURATED))))
                .execute();
    }

    void place(long id, int position) {
        db.update(ITEM).set(ITEM.POSITION, position).where(ITEM.ID.eq(id)).execute();
    }

    void curate(long id, String state, String reason) {
        db.update(ITEM)
                .set(ITEM.STATE, state)
                .set(ITEM.REASON, reason)
                .set(ITEM.CURATED, true)
                .where(ITEM.ID.eq(id))
                .execute();
    }

    void curated(long id) {
        db.update(ITEM).set(ITEM.CURATED, true).where(ITEM.ID.eq(id)).execute();
    }

    /** How often each subject has been put off in earlier meetings of a series since it was last talked about. */
    Map<String, Integer> postponed(long series, Instant before) {
        return db.select(ITEM.SUBJECT, DSL.max(ITEM.POSTPONED))
                .from(ITEM)
                .join(MEETING)
                .on(MEETING.ID.eq(ITEM.MEETING_ID))
                .where(MEETING.SERIES_ID.eq(series).and(MEETING.STARTS_AT.lt(before)))
                .and(ITEM.STATE.eq("postponed"))
                .and(MEETING.STATE.in("running", "drafted", "confirmed"))
                .groupBy(ITEM.SUBJECT)
                .fetchMap(ITEM.SUBJECT, DSL.max(ITEM.POSTPONED));
    }

    private static JSONB json(Object value) {
        return JSONB.valueOf(JSON.writeValueAsString(value));
    }

    private static Item item(Record r) {
        return new Item(
                r.get(ITEM.ID),
                r.get(ITEM.MEETING_ID),
                r.get(ITEM.POSITION),
                r.get(ITEM.CODE),
                r.get(ITEM.SUBJECT),
                JSON.readValue(r.get(ITEM.TITLE).data(), Text.class),
                JSON.readValue(r.get(ITEM.REMARK).data(), Text.class),
                List.of(JSON.readValue(r.get(ITEM.FACTS).data(), Fact[].class)),
                r.get(ITEM.TONE),
                r.get(ITEM.OWNER),
                r.get(ITEM.URL),
                r.get(ITEM.MINUTES),
                r.get(ITEM.SCORE),
                r.get(ITEM.POSTPONED),
                r.get(ITEM.STATE),
                r.get(ITEM.CURATED),
                r.get(ITEM.REASON));
    }
}
