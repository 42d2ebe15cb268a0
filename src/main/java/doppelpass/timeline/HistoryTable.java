package doppelpass.timeline;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY;
import static doppelpassdb.timeline.Tables.TOUCHPOINT;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.timeline.views.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The SQL that reads touchpoints, activities and the chapters of other modules as one list. */
@Component
class HistoryTable {
    private static final String MERGED = "merged";

    private final DSLContext db;
    private final List<Chapter> chapters;

    HistoryTable(DSLContext db, List<Chapter> chapters) {
        this.db = db;
        this.chapters = chapters.stream()
                .sorted(Comparator.comparing(chapter -> chapter.getClass().getName()))
                .toList();
        if (chapters.size() > Entry.CHAPTERS) throw new IllegalStateException("More chapters than keys tell apart");
    }

    Page<HistoryEntry> page(List<Subject> subjects, String kind, PageRequest request) {
        Table<?> merged = merged(subjects, kind).asTable(MERGED);
        Field<Long> key = field("key", Long.class);
        Field<Instant> occurred = DSL.field(DSL.name(MERGED, "occurred_at"), ACTIVITY.OCCURRED_AT.getDataType());
        return new Keyset(db, merged, DSL.noCondition(), occurred, key, request)
                .fetch(List.of(merged.asterisk()), this::entry, HistoryEntry::key);
    }

    private Select<?> merged(List<Subject> subjects, String kind) {
        List<Select<?>> parts = new ArrayList<>();
        if (kind.isEmpty() || kind.equals("touchpoint")) parts.add(touchpoints(subjects));
        if (kind.isEmpty()) parts.add(activities(subjects, DSL.noCondition()));
        else if (!kind.equals("touchpoint")) parts.add(activities(subjects, ACTIVITY.KIND.eq(kind)));
        for (int place = 0; place < chapters.size(); place++) {
            Chapter chapter = chapters.get(place);
            if (kind.isEmpty() || kind.equals(chapter.filter())) parts.add(chapter(chapter, place, subjects));
        }
        return parts.stream().reduce((all, part) -> all.unionAll((Select) part)).orElseThrow();
    }

    private Select<?> chapter(Chapter chapter, int place, List<Subject> subjects) {
        Chapter.Columns of = chapter.columns();
        return db.select(List.of(
                        Entry.key(of.id(), Entry.FIRST + place).as("key"),
                        of.kind().as("kind"),
                        none("channel"),
                        none("direction"),
                        none("outcome"),
                        of.title().as("title"),
                        none("note"),
                        DSL.inline(null, SQLDataType.INTEGER).as("seconds"),
                        name(of.person()).as("person"),
                        of.occurredAt().as("occurred_at"),
                        record(of, Subject.Kind.CONTACT).as("contact_id"),
                        record(of, Subject.Kind.COMPANY).as("company_id"),
                        record(of, Subject.Kind.LEAD).as("lead_id"),
                        record(of, Subject.Kind.DEAL).as("deal_id"),
                        record(of, Subject.Kind.CAMPAIGN).as("campaign_id"),
                        nobody("author_id"),
                        nobody("author_team"),
                        DSL.inline(null, ACTIVITY.REPLACED_AT.getDataType()).as("taken_back_at"),
                        none("taken_back_by")))
                .from(chapter.table())
                .where(chapter.told())
                .and(about(subjects, of));
    }

    private static Field<Long> record(Chapter.Columns of, Subject.Kind kind) {
        return DSL.when(of.recordKind().eq(DSL.inline(kind.code())), of.recordId());
    }

    /** By kind and number, as the indexes of such tables are. */
    private static Condition about(List<Subject> subjects, Chapter.Columns of) {
        return subjects.stream()
                .collect(Collectors.groupingBy(
                        Subject::kind,
                        () -> new EnumMap<>(Subject.Kind.class),
                        Collectors.mapping(Subject::id, Collectors.toList())))
                .entrySet()
                .stream()
                .map(ids ->
                        of.recordKind().eq(DSL.inline(ids.getKey().code())).and(among(of.recordId(), ids.getValue())))
                .reduce(DSL.falseCondition(), Condition::or);
    }

    private Select<?> touchpoints(List<Subject> subjects) {
        return db.select(List.of(
                        Entry.key(TOUCHPOINT.ID, Entry.TOUCHPOINT).as("key"),
                        TOUCHPOINT.KIND.as("kind"),
                        TOUCHPOINT.CHANNEL.as("channel"),
                        TOUCHPOINT.DIRECTION.as("direction"),
                        none("outcome"),
                        TOUCHPOINT.TITLE.as("title"),
                        none("note"),
                        DSL.inline(null, SQLDataType.INTEGER).as("seconds"),
                        none("person"),
                        TOUCHPOINT.OCCURRED_AT.as("occurred_at"),
                        TOUCHPOINT.CONTACT_ID.as("contact_id"),
                        TOUCHPOINT.COMPANY_ID.as("company_id"),
                        TOUCHPOINT.LEAD_ID.as("lead_id"),
                        TOUCHPOINT.DEAL_ID.as("deal_id"),
                        TOUCHPOINT.CAMPAIGN_ID.as("campaign_id"),
                        nobody("author_id"),
                        nobody("author_team"),
                        TOUCHPOINT.REPLACED_AT.as("taken_back_at"),
                        name(TOUCHPOINT.REPLACED_BY).as("taken_back_by")))
                .from(TOUCHPOINT)
                .where(shown(TOUCHPOINT.REPLACED_AT, TOUCHPOINT.RESTORED_AT))
                .and(about(
                        subjects,
                        Map.of(
                                Subject.Kind.CONTACT, TOUCHPOINT.CONTACT_ID,
                                Subject.Kind.COMPANY, TOUCHPOINT.COMPANY_ID,
                                Subject.Kind.LEAD, TOUCHPOINT.LEAD_ID,
                                Subject.Kind.DEAL, TOUCHPOINT.DEAL_ID)));
    }

    private Select<?> activities(List<Subject> subjects, Condition further) {
        return db.select(List.of(
                        Entry.key(ACTIVITY.ID, Entry.ACTIVITY).as("key"),
                        ACTIVITY.KIND.as("kind"),
                        none("channel"),
                        ACTIVITY.DIRECTION.as("direction"),
                        ACTIVITY.OUTCOME.as("outcome"),
                        ACTIVITY.SUBJECT.as("title"),
                        ACTIVITY.NOTE.as("note"),
                        ACTIVITY.DURATION_SECONDS.as("seconds"),
                        PERSON_CARD.NAME.as("person"),
                        ACTIVITY.OCCURRED_AT.as("occurred_at"),
                        ACTIVITY.CONTACT_ID.as("contact_id"),
                        ACTIVITY.COMPANY_ID.as("company_id"),
                        ACTIVITY.LEAD_ID.as("lead_id"),
                        ACTIVITY.DEAL_ID.as("deal_id"),
                        nobody("campaign_id"),
                        ACTIVITY.PERSON_ID.as("author_id"),
                        PERSON_CARD.TEAM_ID.as("author_team"),
                        ACTIVITY.REPLACED_AT.as("taken_back_at"),
                        name(ACTIVITY.REPLACED_BY).as("taken_back_by")))
                .from(ACTIVITY)
                .leftJoin(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(ACTIVITY.PERSON_ID))
                .where(shown(ACTIVITY.REPLACED_AT, ACTIVITY.RESTORED_AT))
                .and(about(
                                subjects,
                                Map.of(
                                        Subject.Kind.CONTACT, ACTIVITY.CONTACT_ID,
                                        Subject.Kind.COMPANY, ACTIVITY.COMPANY_ID,
                                        Subject.Kind.LEAD, ACTIVITY.LEAD_ID,
                                        Subject.Kind.DEAL, ACTIVITY.DEAL_ID))
                        .and(further));
    }

    private static Condition about(List<Subject> subjects, Map<Subject.Kind, Field<Long>> columns) {
        Condition any = DSL.falseCondition();
        for (var column : columns.entrySet()) {
            List<Long> ids = subjects.stream()
                    .filter(subject -> subject.kind() == column.getKey())
                    .map(Subject::id)
                    .toList();
            any = ids.isEmpty() ? any : any.or(among(column.getValue(), ids));
        }
        return any;
    }

    private static Condition among(Field<Long> column, List<Long> ids) {
        return ids.size() == 1 ? column.eq(ids.getFirst()) : column.eq(DSL.any(ids.toArray(Long[]::new)));
    }

    /** What was restored stands as a row of its own. */
    private static Condition shown(Field<Instant> takenBack, Field<Instant> restored) {
        return takenBack.isNull().or(restored.isNull());
    }

    private static Field<String> name(Field<Long> person) {
        var by = PERSON_CARD.as("taker");
        return DSL.field(DSL.select(by.NAME).from(by).where(by.ID.eq(person)));
    }

    private static Field<Long> nobody(String name) {
        return DSL.inline(null, SQLDataType.BIGINT).as(name);
    }

    private static Field<String> none(String name) {
        return DSL.inline(null, SQLDataType.CLOB).as(name);
    }

    private static <T> Field<T> field(String name, Class<T> type) {
        return DSL.field(DSL.name(MERGED, name), type);
    }

    private HistoryEntry entry(Record r) {
        long key = r.get("key", Long.class);
        return new HistoryEntry(
                key,
                Entry.of(key).touchpoint(),
                Entry.chapter(key).map(chapters::get).orElse(null),
                r.get("kind", String.class),
                r.get("channel", String.class),
                r.get("direction", String.class),
                r.get("outcome", String.class),
                r.get("title", String.class),
                r.get("note", String.class),
                r.get("seconds", Integer.class),
                r.get("person", String.class),
                r.get("occurred_at", Instant.class),
                new About(
                        r.get("contact_id", Long.class),
                        r.get("company_id", Long.class),
                        r.get("lead_id", Long.class),
                        r.get("deal_id", Long.class),
                        r.get("campaign_id", Long.class)),
                new Author(r.get("author_id", Long.class), r.get("author_team", Long.class)),
                r.get("taken_back_at", Instant.class),
                r.get("taken_back_by", String.class),
                List.of(),
                List.of());
    }
}
