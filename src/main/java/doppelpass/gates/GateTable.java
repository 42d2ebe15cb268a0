package doppelpass.gates;

import static doppelpassdb.gates.Tables.ANSWER;
import static doppelpassdb.gates.Tables.PASSAGE;
import static doppelpassdb.gates.Tables.RULE;
import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY_CARD;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of gates: what they ask, what is answered, who was let through. */
@Component
class GateTable {
    private static final int ENTRIES = 30;
    private static final int MOST = 500;

    private final DSLContext db;

    GateTable(DSLContext db) {
        this.db = db;
    }

    /** By stage. */
    Map<Long, Rule> rules() {
        return db.selectFrom(RULE).limit(MOST).fetchMap(RULE.STAGE_ID, GateTable::rule);
    }

    void put(long stage, Rule rule) {
        String[] must = rule.must().stream().sorted().toArray(String[]::new);
        String[] facts = rule.facts().stream().map(Fact::name).sorted().toArray(String[]::new);
        String framework = rule.framework() == null ? null : rule.framework().name();
        db.insertInto(RULE, RULE.STAGE_ID, RULE.FRAMEWORK, RULE.AT_LEAST, RULE.MUST, RULE.FACTS)
                .values(stage, framework, rule.atLeast(), must, facts)
                .onConflict(RULE.STAGE_ID)
                .doUpdate()
                .set(RULE.FRAMEWORK, framework)
                .set(RULE.AT_LEAST, rule.atLeast())
                .set(RULE.MUST, must)
                .set(RULE.FACTS, facts)
                .execute();
    }

    void remove(long stage) {
        db.deleteFrom(RULE).where(RULE.STAGE_ID.eq(stage)).execute();
    }

    /** By item. */
    Map<String, Answer> answers(long deal) {
        return db.select(ANSWER.fields())
                .select(PERSON_CARD.NAME, ACTIVITY_CARD.ID, ACTIVITY_CARD.TITLE)
                .from(ANSWER)
                .leftJoin(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(ANSWER.PERSON_ID))
                .leftJoin(ACTIVITY_CARD)
                .on(ACTIVITY_CARD.ID.eq(ANSWER.ACTIVITY_ID))
                .where(ANSWER.DEAL_ID.eq(deal))
                .limit(MOST)
                .fetchMap(ANSWER.ITEM, GateTable::answer);
    }

    void answer(long deal, Answer answer, @Nullable Long person) {
        db.insertInto(ANSWER)
                .set(ANSWER.DEAL_ID, deal)
                .set(ANSWER.ITEM, answer.item())
                .set(ANSWER.VALUE, answer.value().code())
                .set(ANSWER.NOTE, answer.note())
                .set(ANSWER.ACTIVITY_ID, answer.activityId())
                .set(ANSWER.PERSON_ID, person)
                .set(ANSWER.ANSWERED_AT, answer.at())
                .onConflict(ANSWER.DEAL_ID, ANSWER.ITEM)
                .doUpdate()
                .set(ANSWER.VALUE, answer.value().code())
                .set(ANSWER.NOTE, answer.note())
                .set(ANSWER.ACTIVITY_ID, answer.activityId())
                .set(ANSWER.PERSON_ID, person)
                .set(ANSWER.ANSWERED_AT, answer.at())
                .execute();
    }

    /** The latest first. */
    List<Evidence> evidence(long deal) {
        return db.select(ACTIVITY_CARD.ID, ACTIVITY_CARD.KIND, ACTIVITY_CARD.TITLE, ACTIVITY_CARD.OCCURRED_AT)
                .from(ACTIVITY_CARD)
                .where(ACTIVITY_CARD.DEAL_ID.eq(deal))
                .orderBy(ACTIVITY_CARD.OCCURRED_AT.desc(), ACTIVITY_CARD.ID.desc())
                .limit(ENTRIES)
                .fetch(r -> new Evidence(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    boolean about(long deal, long activity) {
        return db.fetchExists(ACTIVITY_CARD, ACTIVITY_CARD.ID.eq(activity).and(ACTIVITY_CARD.DEAL_ID.eq(deal)));
    }

    /** The latest first; stages by id. */
    List<Passage> passages(long deal, Map<Long, String> stages) {
        return db.select(PASSAGE.STAGE_ID, PASSAGE.REASON, PERSON_CARD.NAME, PASSAGE.PASSED_AT)
                .from(PASSAGE)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(PASSAGE.PERSON_ID))
                .where(PASSAGE.DEAL_ID.eq(deal))
                .orderBy(PASSAGE.PASSED_AT.desc(), PASSAGE.ID.desc())
                .limit(MOST)
                .fetch(r -> new Passage(
                        r.value1(), stages.getOrDefault(r.value1(), ""), r.value2(), r.value3(), r.value4()));
    }

    /** The stages leadership let the deal into. */
    Set<Long> passed(long deal) {
        return db.selectDistinct(PASSAGE.STAGE_ID)
                .from(PASSAGE)
                .where(PASSAGE.DEAL_ID.eq(deal))
                .limit(MOST)
                .fetchSet(PASSAGE.STAGE_ID);
    }

    void pass(long deal, long stage, String reason, long person, Instant at) {
        db.insertInto(PASSAGE)
                .set(PASSAGE.DEAL_ID, deal)
                .set(PASSAGE.STAGE_ID, stage)
                .set(PASSAGE.REASON, reason)
                .set(PASSAGE.PERSON_ID, person)
                .set(PASSAGE.PASSED_AT, at)
                .execute();
    }

    private static Rule rule(Record r) {
        String framework = r.get(RULE.FRAMEWORK);
        return new Rule(
                framework == null ? null : Framework.valueOf(framework),
                r.get(RULE.AT_LEAST),
                Arrays.stream(r.get(RULE.MUST)).collect(Collectors.toSet()),
                Arrays.stream(r.get(RULE.FACTS)).map(Fact::valueOf).collect(Collectors.toSet()));
    }

    private static Answer answer(Record r) {
        return new Answer(
                r.get(ANSWER.ITEM),
                Answer.Value.valueOf(r.get(ANSWER.VALUE).toUpperCase(Locale.ROOT)),
                r.get(ANSWER.NOTE),
                r.get(ACTIVITY_CARD.ID),
                r.get(ACTIVITY_CARD.TITLE),
                r.get(PERSON_CARD.NAME),
                r.get(ANSWER.ANSWERED_AT));
    }
}
