package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;

import doppelpass.identity.Person;
import doppelpass.search.plug.Command;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.List;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Contacts, also by their company, and companies in the search box. */
@Component
class ContactFindables implements Findables {
    private static final Findable CONTACTS = new Findable(
            new Findable.Kind("contact", "contacts.title", "address-book", "/contacts/0", "/contacts"),
            Findable.Source.of(CONTACT_CARD, CONTACT_CARD.ID, CONTACT_CARD.WORDS, CONTACT_CARD.UPDATED_AT)
                    .indexed("contact_words")
                    .rowsOf("contacts.contact")
                    .numbered(CONTACT_CARD.LANDLINE, CONTACT_CARD.MOBILE)
                    .ownedBy(CONTACT_CARD.OWNER_ID)
                    .via(Findable.Via.of(CONTACT_CARD.COMPANY_ID, COMPANY_CARD, COMPANY_CARD.ID, COMPANY_CARD.WORDS)
                            .indexed("company_words")
                            .rowsOf("contacts.company")),
            Findable.Shown.of(
                            DSL.coalesce(DSL.nullif(CONTACT_CARD.NAME, DSL.inline("")), CONTACT_CARD.MAIL),
                            Findable.beside(CONTACT_CARD.JOB_TITLE, CONTACT_CARD.COMPANY_NAME),
                            Findable.url("/contacts/", CONTACT_CARD.ID))
                    .note(Findable.beside(
                            CONTACT_CARD.MAIL, CONTACT_CARD.LANDLINE, CONTACT_CARD.MOBILE, CONTACT_CARD.NOTE)));
    private static final Findable COMPANIES = new Findable(
            new Findable.Kind("company", "contacts.companies", "building", "/companies/0", "/companies"),
            Findable.Source.of(COMPANY_CARD, COMPANY_CARD.ID, COMPANY_CARD.WORDS, COMPANY_CARD.UPDATED_AT)
                    .indexed("company_words")
                    .rowsOf("contacts.company")
                    .numbered(COMPANY_CARD.PHONE)
                    .ownedBy(COMPANY_CARD.OWNER_ID),
            Findable.Shown.of(
                            COMPANY_CARD.NAME,
                            Findable.beside(COMPANY_CARD.CITY, COMPANY_CARD.DOMAIN),
                            Findable.url("/companies/", COMPANY_CARD.ID))
                    .note(Findable.beside(COMPANY_CARD.PHONE, COMPANY_CARD.VAT_ID, COMPANY_CARD.NOTE)));

    @Override
    public List<Findable> of(Person reader) {
        return List.of(CONTACTS, COMPANIES);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("contacts.new", "/contacts/new", "plus"),
                new Command("contacts.newCompany", "/companies/new", "plus"));
    }
}
