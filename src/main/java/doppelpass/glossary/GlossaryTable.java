package doppelpass.glossary;

import static doppelpassdb.glossary.Tables.DISPUTE;
import static doppelpassdb.glossary.Tables.SIGNATURE;
import static doppelpassdb.glossary.Tables.TERM;
import static doppelpassdb.glossary.Tables.VERSION;
import static doppelpassdb.identity.Tables.PERSON;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import doppelpass.glossary.Version.Signature;
import doppelpassdb.glossary.tables.records.TermRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL that reads terms with their versions. */
@Component
class GlossaryTable {
    private final DSLContext db;

    GlossaryTable(DSLContext db) {
        this.db = db;
    }

    /** Every term with the version in force at the moment and the open proposal. */
    List<Term> terms(Instant now) {
        Map<Long, List<Version>> versions = versions(live(now));
        return terms(DSL.noCondition(), versions);
    }

    Optional<Term> term(String key, Instant now) {
        Condition thisOne = TERM.KEY.eq(key);
        return terms(thisOne, versions(live(now).and(thisOne))).stream().findFirst();
    }

    /** How many open proposals a team of these has not signed. */
    int unsigned(Set<String> functions, Instant now) {
        Table<?> proposal = db.select(VERSION.ID)
                .distinctOn(VERSION.TERM_ID)
                .from(VERSION)
                .where(live(now))
                .and(VERSION.AGREED_AT.isNull())
                .orderBy(VERSION.TERM_ID, VERSION.NUMBER.desc())
                .asTable("proposal");
        Condition wanting = DSL.or(functions.stream()
                .map(function -> DSL.notExists(DSL.selectOne()
                        .from(SIGNATURE)
                        .where(SIGNATURE.VERSION_ID.eq(proposal.field(VERSION.ID)))
                        .and(SIGNATURE.FUNCTION.eq(function))))
                .toList());
        return db.fetchCount(DSL.selectOne().from(proposal).where(wanting));
    }

    /** All versions of a term, newest first. */
    List<Version> history(long termId) {
        return versions(VERSION.TERM_ID.eq(termId)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    Map<String, String> rulesInForce(String subject, Instant now) {
        return db.select(TERM.KEY, VERSION.RULE)
                .from(VERSION)
                .join(TERM)
                .on(TERM.ID.eq(VERSION.TERM_ID))
                .where(inForce(now))
                .and(TERM.SUBJECT.eq(subject))
                .and(VERSION.RULE.isNotNull())
                .fetchMap(TERM.KEY, VERSION.RULE);
    }

    long insertTerm(String key, String owner, @Nullable String subject) {
        return db.insertInto(TERM)
                .set(TERM.KEY, key)
                .set(TERM.OWNER, owner)
                .set(TERM.SUBJECT, subject)
                .set(
                        TERM.POSITION,
                        DSL.select(DSL.coalesce(DSL.max(TERM.POSITION), 0).plus(1))
                                .from(TERM)
                                .asField())
                .returning(TERM.ID)
                .fetchSingle(TERM.ID);
    }

    /** The first terms of all, in this order: key → id. */
    Map<String, Long> insertTerms(List<StarterTerms.Starter> starters) {
        List<TermRecord> rows = new ArrayList<>();
        for (StarterTerms.Starter starter : starters) {
            TermRecord row = db.newRecord(TERM);
            row.setKey(starter.key());
            row.setOwner(starter.owner());
            row.setSubject(starter.subject());
            row.setPosition(rows.size() + 1);
            rows.add(row);
        }
        return db.insertInto(TERM).set(rows).returning(TERM.KEY, TERM.ID).fetchMap(TERM.KEY, TERM.ID);
    }

    private List<Term> terms(Condition condition, Map<Long, List<Version>> versions) {
        var open = DSL.field(DSL.selectCount()
                .from(DISPUTE)
                .where(DISPUTE.TERM_ID.eq(TERM.ID).and(DISPUTE.SETTLED_AT.isNull())));
        return db.select(TERM.fields())
                .select(open.as("open"))
                .from(TERM)
                .where(condition)
                .orderBy(TERM.POSITION)
                .limit(1000)
                .fetch(r -> new Term(
                        r.get(TERM.ID),
                        r.get(TERM.KEY),
                        r.get(TERM.OWNER),
                        r.get(TERM.SUBJECT),
                        pick(versions, r.get(TERM.ID), true),
                        pick(versions, r.get(TERM.ID), false),
                        r.get("open", Integer.class)));
    }

    private static Optional<Version> pick(Map<Long, List<Version>> versions, long term, boolean agreed) {
        return versions.getOrDefault(term, List.of()).stream()
                .filter(v -> (v.agreedAt() != null) == agreed)
                .findFirst();
    }

    private static Condition inForce(Instant now) {
        return VERSION.VALID_FROM.le(now).and(VERSION.VALID_TO.isNull().or(VERSION.VALID_TO.gt(now)));
    }

    private static Condition live(Instant now) {
        return inForce(now).or(VERSION.AGREED_AT.isNull().and(VERSION.WITHDRAWN_AT.isNull()));
    }

    private Map<Long, List<Version>> versions(Condition condition) {
        Map<Long, List<Signature>> signatures = db
                .select(SIGNATURE.fields())
                .select(PERSON.NAME)
                .from(SIGNATURE)
                .join(PERSON)
                .on(PERSON.ID.eq(SIGNATURE.PERSON_ID))
                .where(SIGNATURE.VERSION_ID.in(DSL.select(VERSION.ID)
                        .from(VERSION)
                        .join(TERM)
                        .on(TERM.ID.eq(VERSION.TERM_ID))
                        .where(condition)))
                .orderBy(SIGNATURE.FUNCTION)
                .fetch()
                .stream()
                .collect(groupingBy(
                        r -> r.get(SIGNATURE.VERSION_ID),
                        mapping(
                                r -> new Signature(
                                        r.get(SIGNATURE.FUNCTION), r.get(PERSON.NAME), r.get(SIGNATURE.SIGNED_AT)),
                                toList())));
        return db
                .select(VERSION.fields())
                .select(PERSON.NAME)
                .from(VERSION)
                .join(TERM)
                .on(TERM.ID.eq(VERSION.TERM_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(VERSION.PROPOSED_BY))
                .where(condition)
                .orderBy(VERSION.NUMBER.desc())
                .fetch()
                .stream()
                .collect(groupingBy(
                        r -> r.get(VERSION.TERM_ID),
                        mapping(r -> version(r, signatures.getOrDefault(r.get(VERSION.ID), List.of())), toList())));
    }

    private static Version version(Record r, List<Signature> signatures) {
        return new Version(
                r.get(VERSION.ID),
                r.get(VERSION.NUMBER),
                new Wording(
                        r.get(VERSION.NAME_DE),
                        r.get(VERSION.NAME_EN),
                        r.get(VERSION.TEXT_DE),
                        r.get(VERSION.TEXT_EN),
                        r.get(VERSION.ALLOWED),
                        r.get(VERSION.AVOIDED),
                        r.get(VERSION.RULE)),
                r.get(VERSION.NOTE),
                r.get(VERSION.STARTER),
                r.get(VERSION.PROPOSED_BY),
                r.get(PERSON.NAME),
                r.get(VERSION.PROPOSED_AT),
                r.get(VERSION.STARTS_ON),
                r.get(VERSION.WITHDRAWN_AT),
                r.get(VERSION.AGREED_AT),
                r.get(VERSION.VALID_FROM),
                r.get(VERSION.VALID_TO),
                signatures);
    }
}
