package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;

import doppelpass.search.Sought;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The contacts that a search means: by their own words, by their company's, or by some of each; each along its own index. */
public final class ContactsMeant {
    private ContactsMeant() {}

    public static Select<Record1<Long>> by(Sought sought) {
        Select<Record1<Long>> either = DSL.select(CONTACT_CARD.ID)
                .from(CONTACT_CARD)
                .where(sought.in(CONTACT_CARD.WORDS))
                .union(ofCompanies(sought.in(COMPANY_CARD.WORDS)));
        if (!sought.several()) return either;
        Field<Object> both = DSL.field("({0} || {1})", Object.class, CONTACT_CARD.WORDS, COMPANY_CARD.WORDS);
        return either.union(ofCompanies(sought.partlyIn(CONTACT_CARD.WORDS)
                .and(sought.partlyIn(COMPANY_CARD.WORDS))
                .and(sought.in(both))));
    }

    /** The same, said of the words of a contact and of its company: for whoever has the rows before their eyes. */
    public static Condition met(Sought sought, Field<?> words, Field<?> companyWords) {
        return sought.in(DSL.field("({0} || coalesce({1}, ''))", Object.class, words, companyWords));
    }

    private static Select<Record1<Long>> ofCompanies(Condition which) {
        return DSL.select(CONTACT_CARD.ID)
                .from(CONTACT_CARD)
                .join(COMPANY_CARD)
                .on(COMPANY_CARD.ID.eq(CONTACT_CARD.COMPANY_ID))
                .where(which);
    }
}
