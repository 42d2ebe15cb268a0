package doppelpass.identity;

import static doppelpassdb.identity.Tables.ONE_TIME_LINK;
import static doppelpassdb.identity.Tables.ORGANISATION;
import static doppelpassdb.identity.Tables.PERSON;
import static doppelpassdb.identity.Tables.SPRING_SESSION;
import static doppelpassdb.identity.Tables.TEAM;

import doppelpass.core.BusinessWeek;
import doppelpass.core.TeamFunction;
import doppelpass.web.Answers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of the module. */
@Component
class IdentityTable {
    private final DSLContext db;

    IdentityTable(DSLContext db) {
        this.db = db;
    }

    Optional<Organisation> organisation() {
        return Answers.once(
                "identity.organisation",
                () -> db.selectFrom(ORGANISATION)
                        .fetchOptional(r -> new Organisation(
                                r.getName(),
                                r.getLanguage(),
                                ZoneId.of(r.getZone()),
                                Currency.getInstance(r.getCurrency()),
                                r.getFiscalMonth(),
                                r.getCountry(),
                                r.getRegion(),
                                BusinessWeek.parse(r.getBusinessWeek()))));
    }

    /** Creates or changes the one organisation. */
    void save(Organisation o) {
        var values = db.newRecord(ORGANISATION);
        values.setId((short) 1);
        values.setName(o.name());
        values.setLanguage(o.language());
        values.setZone(o.zone().getId());
        values.setCurrency(o.currency().getCurrencyCode());
        values.setFiscalMonth((short) o.fiscalMonth());
        values.setCountry(o.country());
        values.setRegion(o.region());
        values.setBusinessWeek(o.week().format());
        db.insertInto(ORGANISATION)
                .set(values)
                .onConflict(ORGANISATION.ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    Optional<Person> person(long id) {
        return Answers.once(
                List.of("identity.person", id), () -> people(PERSON.ID.eq(id)).fetchOptional(IdentityTable::person));
    }

    Optional<Person> personByMail(String mail) {
        return people(PERSON.MAIL.eq(mail.strip().toLowerCase(Locale.ROOT))).fetchOptional(IdentityTable::person);
    }

    List<Person> everyone() {
        return Answers.once(
                "identity.everyone",
                () -> people(DSL.noCondition()).orderBy(PERSON.NAME).limit(1000).fetch(IdentityTable::person));
    }

    Optional<String> passwordHash(long id) {
        return db.select(PERSON.PASSWORD).from(PERSON).where(PERSON.ID.eq(id)).fetchOptional(PERSON.PASSWORD);
    }

    boolean administratorHasPassword() {
        return db.fetchExists(
                PERSON,
                PERSON.ADMINISTRATOR.isTrue().and(PERSON.ACTIVE.isTrue()).and(PERSON.PASSWORD.isNotNull()));
    }

    long insert(NewPerson p, @Nullable String hash) {
        return db.insertInto(PERSON)
                .set(PERSON.MAIL, p.mail().strip().toLowerCase(Locale.ROOT))
                .set(PERSON.NAME, p.name().strip())
                .set(PERSON.PASSWORD, hash)
                .set(PERSON.LANGUAGE, p.language())
                .set(PERSON.FUNCTION, p.function().code())
                .set(PERSON.TEAM_ID, p.teamId())
                .set(PERSON.LEADS_TEAM, p.leadsTeam())
                .set(PERSON.ADMINISTRATOR, p.administrator())
                .returning(PERSON.ID)
                .fetchSingle(PERSON.ID);
    }

    void password(long id, String hash) {
        db.update(PERSON).set(PERSON.PASSWORD, hash).where(PERSON.ID.eq(id)).execute();
    }

    void preferences(long id, String language, String theme) {
        db.update(PERSON)
                .set(PERSON.LANGUAGE, language)
                .set(PERSON.THEME, theme)
                .where(PERSON.ID.eq(id))
                .execute();
    }

    List<Team> teams() {
        return Answers.once(
                "identity.teams",
                () -> db.selectFrom(TEAM)
                        .where(DSL.not(TEAM.ARCHIVED))
                        .orderBy(TEAM.NAME)
                        .limit(500)
                        .fetch(r -> new Team(r.getId(), r.getName(), TeamFunction.of(r.getFunction()), r.getRegion())));
    }

    long insertTeam(String name, TeamFunction function, @Nullable String region) {
        return db.insertInto(TEAM)
                .set(TEAM.NAME, name)
                .set(TEAM.FUNCTION, function.code())
                .set(TEAM.REGION, region)
                .returning(TEAM.ID)
                .fetchSingle(TEAM.ID);
    }

    void insertLink(String hash, String purpose, @Nullable Long person, Instant expires) {
        db.insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.TOKEN_HASH, hash)
                .set(ONE_TIME_LINK.PURPOSE, purpose)
                .set(ONE_TIME_LINK.PERSON_ID, person)
                .set(ONE_TIME_LINK.EXPIRES_AT, expires)
                .execute();
    }

    void forgetLinks(String purpose) {
        db.deleteFrom(ONE_TIME_LINK).where(ONE_TIME_LINK.PURPOSE.eq(purpose)).execute();
    }

    boolean validLink(String hash, String purpose, Instant now) {
        return db.fetchExists(ONE_TIME_LINK, link(hash, purpose, now));
    }

    /** Uses the link up; empty when it never was, is too old or was used. The person is null for set-up. */
    boolean useLink(String hash, String purpose, Instant now) {
        return db.update(ONE_TIME_LINK)
                        .set(ONE_TIME_LINK.USED_AT, now)
                        .where(link(hash, purpose, now))
                        .execute()
                == 1;
    }

    int openLinks(long person, String purpose, Instant now) {
        return db.fetchCount(
                ONE_TIME_LINK,
                ONE_TIME_LINK
                        .PERSON_ID
                        .eq(person)
                        .and(ONE_TIME_LINK.PURPOSE.eq(purpose))
                        .and(ONE_TIME_LINK.USED_AT.isNull())
                        .and(ONE_TIME_LINK.EXPIRES_AT.gt(now)));
    }

    void useLinksOf(long person, String purpose, Instant now) {
        db.update(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.USED_AT, now)
                .where(ONE_TIME_LINK.PERSON_ID.eq(person).and(ONE_TIME_LINK.PURPOSE.eq(purpose)))
                .and(ONE_TIME_LINK.USED_AT.isNull())
                .execute();
    }

    Optional<Long> linkOwner(String hash, String purpose, Instant now) {
        return db.select(ONE_TIME_LINK.PERSON_ID)
                .from(ONE_TIME_LINK)
                .where(link(hash, purpose, now))
                .fetchOptional(ONE_TIME_LINK.PERSON_ID);
    }

    void endSessions(String principal) {
        db.deleteFrom(SPRING_SESSION)
                .where(SPRING_SESSION.PRINCIPAL_NAME.eq(principal))
                .execute();
    }

    private static Condition link(String hash, String purpose, Instant now) {
        return ONE_TIME_LINK
                .TOKEN_HASH
                .eq(hash)
                .and(ONE_TIME_LINK.PURPOSE.eq(purpose))
                .and(ONE_TIME_LINK.USED_AT.isNull())
                .and(ONE_TIME_LINK.EXPIRES_AT.gt(now));
    }

    private SelectConditionStep<? extends Record> people(Condition condition) {
        return db.select(PERSON.fields())
                .select(TEAM.NAME.as("team_name"))
                .from(PERSON)
                .leftJoin(TEAM)
                .on(TEAM.ID.eq(PERSON.TEAM_ID))
                .where(condition);
    }

    private static Person person(Record r) {
        return new Person(
                r.get(PERSON.ID),
                r.get(PERSON.MAIL),
                r.get(PERSON.NAME),
                r.get(PERSON.LANGUAGE),
                r.get(PERSON.THEME),
                TeamFunction.of(r.get(PERSON.FUNCTION)),
                r.get(PERSON.TEAM_ID),
                r.get("team_name", String.class),
                r.get(PERSON.LEADS_TEAM),
                r.get(PERSON.ADMINISTRATOR),
                r.get(PERSON.ACTIVE));
    }
}
