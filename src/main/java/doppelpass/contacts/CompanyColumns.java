package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Shape;
import doppelpassdb.contacts.tables.CompanyCard;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What a list can show of a company, and which of it can be written in place. */
@Component
class CompanyColumns {
    private static final CompanyCard PARENT = COMPANY_CARD.as("parent");

    /** A view's columns count as nullable; these never are, and only so an index gives their order. */
    private static final Field<?> CREATED = COMPANY_CARD.CREATED_AT.coerce(SQLDataType.INSTANT.notNull());

    private static final Field<?> NAME = DSL.lower(COMPANY_CARD.NAME).coerce(SQLDataType.VARCHAR.notNull());
    private static final Field<String> FIT = DSL.nullif(COMPANY_CARD.FIT, DSL.inline("unknown"));
    private static final Field<String> OWNER =
            DSL.field(DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(COMPANY_CARD.OWNER_ID)));
    private static final Field<String> PARENT_NAME =
            DSL.field(DSL.select(PARENT.NAME).from(PARENT).where(PARENT.ID.eq(COMPANY_CARD.PARENT_ID)));
    private static final Field<Integer> PEOPLE =
            DSL.field(DSL.selectCount().from(CONTACT_CARD).where(CONTACT_CARD.COMPANY_ID.eq(COMPANY_CARD.ID)));

    private final Companies companies;
    private final Surroundings surroundings;

    CompanyColumns(Companies companies, Surroundings surroundings) {
        this.companies = companies;
        this.surroundings = surroundings;
    }

    List<Column> all() {
        return Stream.of(what(), where(), reached(), course())
                .flatMap(List::stream)
                .toList();
    }

    private List<Column> what() {
        return List.of(
                Column.of("name", "contacts.company", new Shape.Title(), COMPANY_CARD.NAME)
                        .sortedBy(NAME)
                        .edited(Editing.text(COMPANY_CARD.NAME, true, change("name"))),
                Column.of("fit", "contacts.fit", new Shape.Code("contacts.company.fit."), FIT)
                        .following(COMPANY_CARD.FIT)
                        .edited(Editing.choice(
                                COMPANY_CARD.FIT, CompanyForm.FITS, "contacts.fit.", true, change("fit"))),
                text("industry", "contacts.industry", COMPANY_CARD.INDUSTRY),
                Column.of("employees", "contacts.employees", new Shape.Number(), COMPANY_CARD.EMPLOYEES)
                        .edited(Editing.number(COMPANY_CARD.EMPLOYEES, false, change("employees"))));
    }

    private List<Column> where() {
        return List.of(
                text("street", "contacts.street", COMPANY_CARD.STREET),
                text("postcode", "contacts.postcode", COMPANY_CARD.POSTCODE),
                text("city", "contacts.city", COMPANY_CARD.CITY),
                text("country", "contacts.country", COMPANY_CARD.COUNTRY).sortedBy(COMPANY_CARD.COUNTRY));
    }

    private List<Column> reached() {
        return List.of(
                Column.of("domain", "contacts.domain", new Shape.Text(), COMPANY_CARD.DOMAIN),
                text("website", "contacts.website", COMPANY_CARD.WEBSITE),
                Column.of("phone", "contacts.phone", surroundings.phone(), COMPANY_CARD.PHONE)
                        .edited(Editing.text(COMPANY_CARD.PHONE, false, change("phone"))),
                Column.of("vat_id", "contacts.vatId", new Shape.Text(), COMPANY_CARD.VAT_ID)
                        .edited(Editing.text(COMPANY_CARD.VAT_ID, false, change("vatId"))),
                Column.of(
                                "parent",
                                "contacts.parent",
                                new Shape.Link("/companies/"),
                                PARENT_NAME,
                                COMPANY_CARD.PARENT_ID)
                        .edited(Editing.text(PARENT_NAME, false, change("parent"))));
    }

    private List<Column> course() {
        return List.of(
                Column.of("owner", "contacts.owner", new Shape.Text(), OWNER)
                        .following(COMPANY_CARD.OWNER_ID)
                        .edited(Editing.oneOf(COMPANY_CARD.OWNER_ID, surroundings::colleagues, false, change("owner"))),
                Column.of("people", "contacts.people", new Shape.Number(), PEOPLE),
                Column.of("created", "contacts.created", new Shape.Moment(), COMPANY_CARD.CREATED_AT)
                        .sortedBy(CREATED),
                Column.of("note", "contacts.note", new Shape.Text(), COMPANY_CARD.NOTE));
    }

    /** A text that the form calls as the list does. */
    private Column text(String name, String label, Field<String> value) {
        return Column.of(name, label, new Shape.Text(), value).edited(Editing.text(value, false, change(name)));
    }

    private Editing.Change change(String field) {
        return new CompanyTyping(companies, surroundings, field);
    }
}
