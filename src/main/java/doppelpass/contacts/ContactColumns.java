package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.database.Along;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Shape;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What a list can show of a contact, and which of it can be written in place. */
@Component
class ContactColumns {
    /** A view's columns count as nullable; these never are, and only so an index gives their order. */
    private static final Field<?> CREATED = CONTACT_CARD.CREATED_AT.coerce(SQLDataType.INSTANT.notNull());

    private static final Field<?> LAST_NAME = DSL.lower(CONTACT_CARD.LAST_NAME).coerce(SQLDataType.VARCHAR.notNull());
    private static final Field<String> NAME =
            DSL.coalesce(DSL.nullif(CONTACT_CARD.NAME, DSL.inline("")), CONTACT_CARD.MAIL);
    private static final Field<String> FIT = DSL.nullif(CONTACT_CARD.FIT, DSL.inline("unknown"));
    private static final Field<String> OWNER =
            DSL.field(DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(CONTACT_CARD.OWNER_ID)));

    private final Contacts contacts;
    private final Companies companies;
    private final Surroundings surroundings;

    ContactColumns(Contacts contacts, Companies companies, Surroundings surroundings) {
        this.contacts = contacts;
        this.companies = companies;
        this.surroundings = surroundings;
    }

    List<Column> all() {
        return Stream.of(who(), reached(), rights(), course())
                .flatMap(List::stream)
                .toList();
    }

    private List<Column> who() {
        return List.of(
                Column.of("name", "contacts.name", new Shape.Title(), NAME, CONTACT_CARD.JOB_TITLE)
                        .sortedBy(LAST_NAME),
                text("first_name", "contacts.firstName", CONTACT_CARD.FIRST_NAME, "firstName"),
                text("last_name", "contacts.lastName", CONTACT_CARD.LAST_NAME, "lastName")
                        .sortedBy(LAST_NAME),
                Column.of(
                                "company",
                                "contacts.company",
                                new Shape.Link("/companies/"),
                                CONTACT_CARD.COMPANY_NAME,
                                CONTACT_CARD.COMPANY_ID)
                        .sortedAlong(
                                new Along.Way(DSL.lower(CONTACT_CARD.COMPANY_KNOWN), DSL.noCondition()),
                                new Along.Way(DSL.lower(CONTACT_CARD.COMPANY_TEXT), DSL.noCondition()))
                        .edited(Editing.text(CONTACT_CARD.COMPANY_NAME, false, change("company"))),
                text("job_title", "contacts.jobTitle", CONTACT_CARD.JOB_TITLE, "jobTitle"));
    }

    private List<Column> reached() {
        Shape phone = surroundings.phone();
        return List.of(
                reach("mail", new Shape.Reach("mailto:", UnaryOperator.identity()), CONTACT_CARD.MAIL)
                        .sortedBy(CONTACT_CARD.MAIL),
                reach("phone", phone, CONTACT_CARD.LANDLINE),
                reach("mobile", phone, CONTACT_CARD.MOBILE),
                Column.of("fit", "contacts.fit", new Shape.Code("contacts.company.fit."), FIT)
                        .following(CONTACT_CARD.COMPANY_FIT),
                text("country", "contacts.country", CONTACT_CARD.OWN_COUNTRY, "country")
                        .sortedBy(CONTACT_CARD.OWN_COUNTRY),
                text("source", "contacts.source", CONTACT_CARD.SOURCE, "source").sortedBy(CONTACT_CARD.SOURCE));
    }

    private List<Column> rights() {
        return List.of(
                code("basis", "contacts.lawfulBasis", "contacts.basis.", CONTACT_CARD.LAWFUL_BASIS)
                        .edited(Editing.choice(
                                CONTACT_CARD.LAWFUL_BASIS,
                                ContactForm.BASES,
                                "contacts.basis.",
                                false,
                                change("lawfulBasis"))),
                code("may_mail", "contacts.mayMail.short", "contacts.answer.", CONTACT_CARD.MAY_MAIL)
                        .edited(Editing.choice(
                                CONTACT_CARD.MAY_MAIL,
                                ContactForm.ANSWERS,
                                "contacts.answer.",
                                true,
                                change("mayMail"))),
                code("may_call", "contacts.mayCall.short", "contacts.answer.", CONTACT_CARD.MAY_CALL)
                        .edited(Editing.choice(
                                CONTACT_CARD.MAY_CALL,
                                ContactForm.ANSWERS,
                                "contacts.answer.",
                                true,
                                change("mayCall"))));
    }

    private List<Column> course() {
        return List.of(
                Column.of("owner", "contacts.owner", new Shape.Text(), OWNER)
                        .following(CONTACT_CARD.OWNER_ID)
                        .edited(Editing.oneOf(CONTACT_CARD.OWNER_ID, surroundings::colleagues, false, change("owner"))),
                Column.of("created", "contacts.created", new Shape.Moment(), CONTACT_CARD.CREATED_AT)
                        .sortedBy(CREATED),
                Column.of("note", "contacts.note", new Shape.Text(), CONTACT_CARD.NOTE));
    }

    private Column text(String name, String label, Field<String> value, String field) {
        return Column.of(name, label, new Shape.Text(), value).edited(Editing.text(value, false, change(field)));
    }

    private Column reach(String name, Shape shape, Field<String> value) {
        return Column.of(name, "contacts." + name, shape, value).edited(Editing.text(value, false, change(name)));
    }

    private static Column code(String name, String label, String prefix, Field<String> value) {
        return Column.of(name, label, new Shape.Code(prefix), value);
    }

    private Editing.Change change(String field) {
        return new ContactTyping(contacts, companies, surroundings, field);
    }
}
