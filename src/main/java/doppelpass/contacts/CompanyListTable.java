package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY;
import static doppelpassdb.contacts.Tables.CONTACT;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.contacts.views.CompanyRow;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.database.Occurring;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Companies in lists. */
@Component
class CompanyListTable {
    static final Map<String, Field<?>> SORTS = Map.of(
            "name",
            DSL.lower(COMPANY.NAME),
            "fit",
            COMPANY.FIT,
            "industry",
            DSL.lower(COMPANY.INDUSTRY),
            "employees",
            COMPANY.EMPLOYEES,
            "city",
            DSL.lower(COMPANY.CITY),
            "country",
            COMPANY.COUNTRY,
            "owner",
            DSL.lower(PERSON_CARD.NAME),
            "created",
            COMPANY.CREATED_AT);
    private static final Table<?> COMPANIES = COMPANY.leftJoin(PERSON_CARD).on(PERSON_CARD.ID.eq(COMPANY.OWNER_ID));
    private static final Field<Integer> PEOPLE = DSL.field(
                    DSL.selectCount().from(CONTACT).where(CONTACT.COMPANY_ID.eq(COMPANY.ID)))
            .as("people");
    private static final List<SelectFieldOrAsterisk> SHOWN = List.of(
            COMPANY.ID,
            COMPANY.NAME,
            COMPANY.FIT,
            COMPANY.INDUSTRY,
            COMPANY.EMPLOYEES,
            COMPANY.CITY,
            COMPANY.COUNTRY,
            PERSON_CARD.NAME,
            PEOPLE,
            COMPANY.CREATED_AT);

    private final DSLContext db;

    CompanyListTable(DSLContext db) {
        this.db = db;
    }

    Page<CompanyRow> page(ListFilter filter, PageRequest request) {
        Field<?> sort = SORTS.getOrDefault(request.sort(), DSL.lower(COMPANY.NAME));
        return new Keyset(db, COMPANIES, where(filter), sort, COMPANY.ID, request)
                .fetch(SHOWN, CompanyListTable::row, CompanyRow::id);
    }

    List<String> countries() {
        return Occurring.values(db, COMPANY, COMPANY.COUNTRY);
    }

    private static Condition where(ListFilter filter) {
        Condition where =
                filter.q().isEmpty() ? DSL.noCondition() : Column.contains(DSL.lower(COMPANY.NAME), filter.q());
        where = filter.owner() == null ? where : where.and(COMPANY.OWNER_ID.eq(filter.owner()));
        where = filter.fit().isEmpty() ? where : where.and(COMPANY.FIT.eq(filter.fit()));
        return filter.country().isEmpty() ? where : where.and(COMPANY.COUNTRY.eq(filter.country()));
    }

    private static CompanyRow row(Record r) {
        return new CompanyRow(
                r.get(COMPANY.ID),
                r.get(COMPANY.NAME),
                r.get(COMPANY.FIT),
                r.get(COMPANY.INDUSTRY),
                r.get(COMPANY.EMPLOYEES),
                r.get(COMPANY.CITY),
                r.get(COMPANY.COUNTRY),
                r.get(PERSON_CARD.NAME),
                r.get(PEOPLE),
                r.get(COMPANY.CREATED_AT));
    }
}
