package doppelpass.deals;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.deals.Tables.DEAL_CARD;

import doppelpass.identity.Person;
import doppelpass.search.plug.Command;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.List;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Deals in the search box: by their name and their company. */
@Component
class DealFindables implements Findables {
    private static final Findable DEALS = new Findable(
            new Findable.Kind("deal", "deals.title", "briefcase", "/deals/0", ""),
            Findable.Source.of(DEAL_CARD, DEAL_CARD.ID, DEAL_CARD.WORDS, DEAL_CARD.UPDATED_AT)
                    .indexed("deal_words")
                    .rowsOf("deals.deal")
                    .ownedBy(DEAL_CARD.OWNER_ID)
                    .via(Findable.Via.of(DEAL_CARD.COMPANY_ID, COMPANY_CARD, COMPANY_CARD.ID, COMPANY_CARD.WORDS)
                            .indexed("company_words")
                            .rowsOf("contacts.company")),
            Findable.Shown.of(
                            DEAL_CARD.NAME,
                            Findable.beside(
                                    DSL.field(DSL.select(COMPANY_CARD.NAME)
                                            .from(COMPANY_CARD)
                                            .where(COMPANY_CARD.ID.eq(DEAL_CARD.COMPANY_ID))),
                                    DEAL_CARD.STAGE),
                            Findable.url("/deals/", DEAL_CARD.ID))
                    .note(DEAL_CARD.NEXT_STEP));

    @Override
    public List<Findable> of(Person reader) {
        return List.of(DEALS);
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("deals.new", "/deals/new", "plus"));
    }
}
