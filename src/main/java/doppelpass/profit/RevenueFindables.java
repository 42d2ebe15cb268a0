package doppelpass.profit;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.profit.Tables.REVENUE;

import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.search.plug.Command;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Posted revenue in the search box, by the number of its invoice: as a record to change, or else in the list. */
@Component
class RevenueFindables implements Findables {
    static final Field<?> WORDS = Findable.words("{0} || ' ' || coalesce({1}, '')", REVENUE.NUMBER, REVENUE.NOTE);

    private final Rights rights;
    private final Seeing seeing;

    RevenueFindables(Rights rights, Seeing seeing) {
        this.rights = rights;
        this.seeing = seeing;
    }

    @Override
    public List<Findable> of(Person reader) {
        if (!seeing.sees("company", "revenue")) return List.of();
        boolean changes = seeing.writes("company", "revenue")
                && rights.route("GET", "/revenue/0")
                        .map(route -> route.allows(reader.roles()))
                        .orElse(false);
        return List.of(new Findable(
                new Findable.Kind(
                        "revenue", "profit.revenue.title", "receipt", changes ? "/revenue/0" : "/revenue", "/revenue"),
                Findable.Source.of(REVENUE, REVENUE.ID, WORDS, REVENUE.POSTED_ON)
                        .indexed("revenue_words")
                        .rowsOf("profit.revenue")
                        .where(REVENUE.REPLACED_AT.isNull()),
                Findable.Shown.of(
                                REVENUE.NUMBER,
                                DSL.coalesce(
                                        DSL.field(DSL.select(COMPANY_CARD.NAME)
                                                .from(COMPANY_CARD)
                                                .where(COMPANY_CARD.ID.eq(REVENUE.COMPANY_ID))),
                                        DSL.inline("")),
                                changes ? Findable.url("/revenue/", REVENUE.ID) : listed())
                        .note(REVENUE.NOTE)
                        .on(REVENUE.POSTED_ON.cast(SQLDataType.INSTANT))));
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("profit.revenue.new", "/revenue/new", "plus"));
    }

    /** The list with this number sought: its words are all the address has to carry. */
    private static Field<String> listed() {
        return Findable.url(
                "/revenue?q=",
                DSL.field("regexp_replace({0}, '[^[:alnum:]]+', '+', 'g')", String.class, REVENUE.NUMBER));
    }
}
