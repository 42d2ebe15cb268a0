package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.CONTACT;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;

import doppelpass.database.Occurring;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Format;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.Meant;
import doppelpass.lists.plug.RecordList;
import doppelpass.search.Searches;
import doppelpass.search.Sought;
import doppelpass.web.Asked;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Contacts in lists. */
@Component
class ContactList implements RecordList {
    private final DSLContext db;
    private final ContactColumns columns;
    private final Searches searches;

    ContactList(DSLContext db, ContactColumns columns, Searches searches) {
        this.db = db;
        this.columns = columns;
        this.searches = searches;
    }

    @Override
    public Listing listing() {
        return new Listing(
                "contacts",
                "contact",
                CONTACT_CARD,
                CONTACT_CARD.ID,
                Set.of("q", "owner", "fit", "country", "source"),
                columns.all(),
                List.of("name", "company", "mail", "fit", "country", "source", "owner", "created"),
                "created",
                true);
    }

    @Override
    public Condition where(Asked asked, Person reader) {
        return meant(asked, reader).where();
    }

    /** Only the fit is the company's: all else is counted without it. */
    @Override
    public Meant meant(Asked asked, Person reader) {
        Condition all = own(asked, CONTACT_CARD.OWNER_ID, CONTACT_CARD.OWN_COUNTRY, CONTACT_CARD.SOURCE);
        Condition counted = own(asked, CONTACT.OWNER_ID, CONTACT.COUNTRY, CONTACT.SOURCE);
        String fit = asked.text("fit");
        if (!fit.isEmpty()) all = all.and(fit(fit));
        Meant meant = Meant.of(all);
        if (!asked.text("q").isEmpty()) {
            Sought sought = searches.read(asked.text("q"));
            meant = Meant.of(
                    all,
                    Sought.among(CONTACT_CARD.ID, ContactsMeant.by(sought)),
                    ContactsMeant.met(sought, CONTACT_CARD.WORDS, CONTACT_CARD.COMPANY_WORDS));
            counted = counted.and(Sought.among(CONTACT.ID, ContactsMeant.by(sought)));
        }
        return fit.isEmpty() ? meant.counted(DSL.selectOne().from(CONTACT).where(counted)) : meant;
    }

    @Override
    public List<Format> formats() {
        return List.of(new VCards());
    }

    /** The countries and the sources that occur, for the filter. */
    List<List<String>> occurring() {
        return Occurring.values(db, CONTACT, List.of(CONTACT.COUNTRY, CONTACT.SOURCE));
    }

    private static Condition own(Asked asked, Field<Long> owner, Field<String> country, Field<String> source) {
        Condition all = DSL.noCondition();
        Long person = asked.number("owner");
        if (person != null) all = all.and(owner.eq(person));
        String land = asked.text("country").toUpperCase(Locale.ROOT);
        if (!land.isEmpty()) all = all.and(country.eq(land));
        return asked.text("source").isEmpty() ? all : all.and(source.eq(asked.text("source")));
    }

    private static Condition fit(String fit) {
        Condition company = CONTACT_CARD.COMPANY_FIT.eq(fit);
        return fit.equals("unknown") ? company.or(CONTACT_CARD.COMPANY_FIT.isNull()) : company;
    }
}
