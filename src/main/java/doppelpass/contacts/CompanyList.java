package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY;
import static doppelpassdb.contacts.Tables.COMPANY_CARD;

import doppelpass.database.Occurring;
import doppelpass.identity.Person;
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
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Companies in lists. */
@Component
class CompanyList implements RecordList {
    private final DSLContext db;
    private final CompanyColumns columns;
    private final Searches searches;

    CompanyList(DSLContext db, CompanyColumns columns, Searches searches) {
        this.db = db;
        this.columns = columns;
        this.searches = searches;
    }

    @Override
    public Listing listing() {
        return new Listing(
                "companies",
                "company",
                COMPANY_CARD,
                COMPANY_CARD.ID,
                Set.of("q", "owner", "fit", "country"),
                columns.all(),
                List.of("name", "fit", "industry", "employees", "city", "country", "owner", "people", "created"),
                "name",
                false);
    }

    @Override
    public Condition where(Asked asked, Person reader) {
        return meant(asked, reader).where();
    }

    @Override
    public Meant meant(Asked asked, Person reader) {
        Condition all = asked(asked);
        if (asked.text("q").isEmpty()) return Meant.of(all);
        Sought sought = searches.read(asked.text("q"));
        return Meant.of(
                all, sought.along(COMPANY_CARD, COMPANY_CARD.ID, COMPANY_CARD.WORDS), sought.in(COMPANY_CARD.WORDS));
    }

    /** All but the words. */
    private static Condition asked(Asked asked) {
        Condition all = DSL.noCondition();
        Long owner = asked.number("owner");
        if (owner != null) all = all.and(COMPANY_CARD.OWNER_ID.eq(owner));
        if (!asked.text("fit").isEmpty()) all = all.and(COMPANY_CARD.FIT.eq(asked.text("fit")));
        String country = asked.text("country").toUpperCase(Locale.ROOT);
        return country.isEmpty() ? all : all.and(COMPANY_CARD.COUNTRY.eq(country));
    }

    Sought meant(String words) {
        return searches.read(words);
    }

    /** The values that occur, for the filter. */
    List<String> countries() {
        return Occurring.values(db, COMPANY, COMPANY.COUNTRY);
    }
}
