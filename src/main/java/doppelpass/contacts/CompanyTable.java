package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY;
import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.search.Sought;
import doppelpass.timeline.Origin;
import doppelpassdb.contacts.tables.records.CompanyRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of single companies. */
@Component
class CompanyTable {
    private static final int OFFERED = 12;
    private static final doppelpassdb.contacts.tables.Company PARENT = COMPANY.as("parent");

    private final DSLContext db;

    CompanyTable(DSLContext db) {
        this.db = db;
    }

    Optional<Company> find(long id) {
        return whole().where(COMPANY.ID.eq(id)).fetchOptional(CompanyTable::company);
    }

    /** Those that are there, in the order of their numbers; nobody else changes them until the transaction ends. */
    List<Company> hold(Collection<Long> ids) {
        Condition these = COMPANY.ID.eq(DSL.any(ids.toArray(Long[]::new)));
        db.select(COMPANY.ID)
                .from(COMPANY)
                .where(these)
                .orderBy(COMPANY.ID)
                .forUpdate()
                .fetch();
        return whole().where(these).orderBy(COMPANY.ID).fetch(CompanyTable::company);
    }

    private SelectWhereStep<? extends Record> whole() {
        return db.select(COMPANY.fields())
                .select(PARENT.NAME, PERSON_CARD.NAME)
                .from(COMPANY)
                .leftJoin(PARENT)
                .on(PARENT.ID.eq(COMPANY.PARENT_ID))
                .leftJoin(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(COMPANY.OWNER_ID));
    }

    Optional<Long> idByName(String name) {
        return db.select(DSL.min(COMPANY.ID))
                .from(COMPANY)
                .where(DSL.lower(COMPANY.NAME).eq(name.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional(r -> r.value1());
    }

    /** A few names with these words, for the form. */
    List<String> offered(Sought sought) {
        return db.selectDistinct(COMPANY_CARD.NAME)
                .from(COMPANY_CARD)
                .where(sought.in(COMPANY_CARD.WORDS))
                .orderBy(COMPANY_CARD.NAME)
                .limit(OFFERED)
                .fetch(COMPANY_CARD.NAME);
    }

    long insert(CompanyDetails details, Instant createdAt, Origin origin, Instant now) {
        CompanyRecord row = row(details, now);
        row.setCreatedAt(createdAt);
        row.setRecordedAt(now);
        row.setImportId(origin.importId());
        row.setSourceSystem(origin.system());
        row.setSourceId(origin.id());
        return db.insertInto(COMPANY).set(row).returning(COMPANY.ID).fetchSingle(COMPANY.ID);
    }

    boolean update(long id, CompanyDetails details, Instant now) {
        return db.update(COMPANY)
                        .set(row(details, now))
                        .where(COMPANY.ID.eq(id))
                        .execute()
                == 1;
    }

    /** Those of them that are there. */
    Set<Long> update(Map<Long, CompanyDetails> changed, Instant now) {
        List<Long> ids = List.copyOf(changed.keySet());
        List<CompanyRecord> rows = new ArrayList<>();
        changed.forEach((id, details) -> {
            CompanyRecord row = row(details, now);
            row.setId(id);
            row.touched(COMPANY.ID, false);
            rows.add(row);
        });
        int[] updated = db.batchUpdate(rows).execute();
        return IntStream.range(0, updated.length)
                .filter(place -> updated[place] == 1)
                .mapToObj(ids::get)
                .collect(Collectors.toSet());
    }

    Map<Long, String> names(Set<Long> ids) {
        return db.select(COMPANY.ID, COMPANY.NAME)
                .from(COMPANY)
                .where(COMPANY.ID.in(ids))
                .fetchMap(COMPANY.ID, COMPANY.NAME);
    }

    /** Whether {@code id} is {@code ancestor} or belongs to it. */
    boolean descends(long id, long ancestor) {
        return db.fetchExists(DSL.table("""
                        (with recursive up(id, parent_id) as (
                           select id, parent_id from contacts.company where id = {0}
                           union
                           select c.id, c.parent_id from contacts.company c join up on c.id = up.parent_id)
                         select 1 from up where id = {1}) lineage""", DSL.val(id), DSL.val(ancestor)));
    }

    private CompanyRecord row(CompanyDetails d, Instant now) {
        CompanyRecord row = db.newRecord(COMPANY);
        row.setName(d.name());
        row.setDomain(d.domain());
        row.setWebsite(d.website());
        row.setPhone(d.phone());
        row.setIndustry(d.industry());
        row.setEmployees(d.employees());
        row.setStreet(d.street());
        row.setPostcode(d.postcode());
        row.setCity(d.city());
        row.setCountry(d.country());
        row.setVatId(d.vatId());
        row.setFit(d.fit());
        row.setParentId(d.parentId());
        row.setOwnerId(d.ownerId());
        row.setNote(d.note());
        row.setUpdatedAt(now);
        return row;
    }

    private static Company company(Record r) {
        CompanyDetails details = new CompanyDetails(
                r.get(COMPANY.NAME),
                r.get(COMPANY.DOMAIN),
                r.get(COMPANY.WEBSITE),
                r.get(COMPANY.PHONE),
                r.get(COMPANY.INDUSTRY),
                r.get(COMPANY.EMPLOYEES),
                r.get(COMPANY.STREET),
                r.get(COMPANY.POSTCODE),
                r.get(COMPANY.CITY),
                r.get(COMPANY.COUNTRY),
                r.get(COMPANY.VAT_ID),
                r.get(COMPANY.FIT),
                r.get(COMPANY.PARENT_ID),
                r.get(COMPANY.OWNER_ID),
                r.get(COMPANY.NOTE));
        return new Company(
                r.get(COMPANY.ID),
                details,
                r.get(PARENT.NAME),
                r.get(PERSON_CARD.NAME),
                r.get(COMPANY.CREATED_AT),
                r.get(COMPANY.UPDATED_AT));
    }
}
