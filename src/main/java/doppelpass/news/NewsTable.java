package doppelpass.news;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.news.Tables.FOLLOW;
import static doppelpassdb.news.Tables.ITEM;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.timeline.Subject;
import doppelpass.timeline.TasksGiven;
import doppelpassdb.news.tables.records.ItemRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of news. */
@Component
class NewsTable {
    static final int COUNTED = 99;
    private static final List<Field<?>> COLUMNS = List.of(
            ITEM.PERSON_ID,
            ITEM.KIND,
            ITEM.RECORD_ID,
            ITEM.SOURCE,
            ITEM.TEXT,
            ITEM.WORD,
            ITEM.SAID,
            ITEM.ACTOR_ID,
            ITEM.OCCURRED_AT,
            ITEM.READ_AT,
            ITEM.MENTION);

    private final DSLContext db;

    NewsTable(DSLContext db) {
        this.db = db;
    }

    /** One row for each follower of any of the records; what one did oneself counts as read. */
    void tell(List<Subject> about, Headline said, Instant now) {
        Condition any = DSL.or(about.stream()
                .map(s -> FOLLOW.KIND.eq(s.kind().code()).and(FOLLOW.RECORD_ID.eq(s.id())))
                .toList());
        db.insertInto(ITEM, COLUMNS)
                .select(DSL.select(values(FOLLOW.PERSON_ID, FOLLOW.KIND, FOLLOW.RECORD_ID, said, now, false))
                        .distinctOn(FOLLOW.PERSON_ID)
                        .from(FOLLOW)
                        .where(any)
                        .orderBy(FOLLOW.PERSON_ID, FOLLOW.SINCE, FOLLOW.KIND))
                .onConflict(ITEM.PERSON_ID, ITEM.SOURCE)
                .doUpdate()
                .set(ITEM.TEXT, DSL.excluded(ITEM.TEXT))
                .set(ITEM.WORD, DSL.excluded(ITEM.WORD))
                .set(ITEM.SAID, DSL.excluded(ITEM.SAID))
                .where(ITEM.MENTION.isFalse())
                .execute();
    }

    /** A mention outdoes what the same person knew of the same source before. */
    void mention(Set<Long> people, Subject record, Headline said, Instant now) {
        Field<String> kind = DSL.val(record.kind().code());
        db.insertInto(ITEM, COLUMNS)
                .select(DSL.select(values(PERSON_CARD.ID, kind, DSL.val(record.id()), said, now, true))
                        .from(PERSON_CARD)
                        .where(PERSON_CARD.ID.in(people)))
                .onConflict(ITEM.PERSON_ID, ITEM.SOURCE)
                .doUpdate()
                .set(ITEM.TEXT, DSL.excluded(ITEM.TEXT))
                .set(ITEM.SAID, DSL.excluded(ITEM.SAID))
                .set(ITEM.OCCURRED_AT, DSL.excluded(ITEM.OCCURRED_AT))
                .set(ITEM.READ_AT, DSL.excluded(ITEM.READ_AT))
                .set(ITEM.MENTION, true)
                .execute();
    }

    /** One row a task; one that came before, such as the same task given again, is new once more. */
    void give(List<TasksGiven.Given> tasks, @Nullable Long by, Instant now) {
        if (tasks.isEmpty()) return;
        List<ItemRecord> rows = tasks.stream().map(task -> row(task, by, now)).toList();
        db.insertInto(ITEM)
                .set(rows)
                .onConflict(ITEM.PERSON_ID, ITEM.SOURCE)
                .doUpdate()
                .set(ITEM.SAID, DSL.excluded(ITEM.SAID))
                .set(ITEM.KIND, DSL.excluded(ITEM.KIND))
                .set(ITEM.RECORD_ID, DSL.excluded(ITEM.RECORD_ID))
                .set(ITEM.ACTOR_ID, DSL.excluded(ITEM.ACTOR_ID))
                .set(ITEM.OCCURRED_AT, DSL.excluded(ITEM.OCCURRED_AT))
                .setNull(ITEM.READ_AT)
                .set(ITEM.HIDDEN, false)
                .execute();
    }

    /** Whose tasks these were before. */
    void take(List<TasksGiven.Given> tasks) {
        Map<Long, List<String>> sources = tasks.stream()
                .filter(task -> task.before() != null)
                .collect(Collectors.groupingBy(
                        task -> Objects.requireNonNull(task.before()),
                        Collectors.mapping(NewsTable::source, Collectors.toList())));
        sources.forEach((person, of) -> db.update(ITEM)
                .set(ITEM.HIDDEN, true)
                .where(ITEM.PERSON_ID.eq(person), ITEM.SOURCE.in(of))
                .execute());
    }

    private ItemRecord row(TasksGiven.Given task, @Nullable Long by, Instant now) {
        Subject about = task.about();
        ItemRecord row = db.newRecord(ITEM);
        row.setPersonId(task.to());
        row.setKind(about == null ? null : about.kind().code());
        row.setRecordId(about == null ? null : about.id());
        row.setPage("/tasks/" + task.task());
        row.setSource(source(task));
        row.setText("news.task.given");
        row.setSaid(Headline.shortened(task.title()));
        row.setActorId(by);
        row.setOccurredAt(now);
        return row;
    }

    private static String source(TasksGiven.Given task) {
        return "task-" + task.task();
    }

    private static List<Field<?>> values(
            Field<Long> person, Field<String> kind, Field<Long> record, Headline said, Instant now, boolean mention) {
        return List.of(
                person,
                kind,
                record,
                DSL.val(said.source()),
                DSL.val(said.text()),
                DSL.val(said.word(), SQLDataType.CLOB),
                DSL.val(said.said(), SQLDataType.CLOB),
                DSL.val(said.actorId(), SQLDataType.BIGINT),
                DSL.val(now, ITEM.OCCURRED_AT.getDataType()),
                DSL.when(
                        person.eq(DSL.val(said.actorId(), SQLDataType.BIGINT)),
                        DSL.val(now, ITEM.READ_AT.getDataType())),
                DSL.val(mention));
    }

    void reword(String source, String said) {
        db.update(ITEM).set(ITEM.SAID, said).where(ITEM.SOURCE.eq(source)).execute();
    }

    void hide(String source, boolean hidden) {
        db.update(ITEM).set(ITEM.HIDDEN, hidden).where(ITEM.SOURCE.eq(source)).execute();
    }

    Page<NewsItem> page(long person, Set<String> kinds, String only, PageRequest request) {
        Condition where = shown(person, kinds)
                .and(
                        switch (only) {
                            case "mentions" -> ITEM.MENTION.isTrue();
                            case "unread" -> ITEM.READ_AT.isNull();
                            default -> DSL.noCondition();
                        });
        Field<String> actor = DSL.field(
                        DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(ITEM.ACTOR_ID)))
                .as("actor");
        return new Keyset(db, ITEM, where, ITEM.OCCURRED_AT, ITEM.ID, request)
                .fetch(List.of(ITEM.asterisk(), actor), r -> item(r, r.get(actor)), NewsItem::id);
    }

    int unread(long person, Set<String> kinds) {
        return db.fetchCount(DSL.selectOne()
                .from(ITEM)
                .where(shown(person, kinds))
                .and(ITEM.READ_AT.isNull())
                .limit(COUNTED));
    }

    boolean read(long person, long id, Instant now) {
        return db.update(ITEM)
                        .set(ITEM.READ_AT, DSL.coalesce(ITEM.READ_AT, DSL.val(now, ITEM.READ_AT.getDataType())))
                        .where(ITEM.ID.eq(id))
                        .and(ITEM.PERSON_ID.eq(person))
                        .execute()
                == 1;
    }

    void readAll(long person, Instant now) {
        db.update(ITEM)
                .set(ITEM.READ_AT, now)
                .where(ITEM.PERSON_ID.eq(person))
                .and(ITEM.READ_AT.isNull())
                .execute();
    }

    /** What was read is forgotten after a while, what was not stays a little longer. */
    void forget(Instant readBefore, Instant before) {
        db.deleteFrom(ITEM)
                .where(ITEM.READ_AT.lt(readBefore))
                .or(ITEM.OCCURRED_AT.lt(before))
                .execute();
    }

    private static Condition shown(long person, Set<String> kinds) {
        return ITEM.PERSON_ID
                .eq(person)
                .and(ITEM.KIND.in(kinds).or(ITEM.PAGE.isNotNull()))
                .and(DSL.not(ITEM.HIDDEN));
    }

    static NewsItem item(Record r, String actor) {
        return new NewsItem(
                r.get(ITEM.ID),
                r.get(ITEM.KIND) == null
                        ? null
                        : new Subject(
                                Subject.Kind.valueOf(r.get(ITEM.KIND).toUpperCase(Locale.ROOT)), r.get(ITEM.RECORD_ID)),
                r.get(ITEM.PAGE),
                "",
                r.get(ITEM.SOURCE),
                r.get(ITEM.TEXT),
                r.get(ITEM.WORD),
                r.get(ITEM.SAID),
                r.get(ITEM.MENTION),
                actor,
                r.get(ITEM.OCCURRED_AT),
                r.get(ITEM.READ_AT) != null);
    }
}
