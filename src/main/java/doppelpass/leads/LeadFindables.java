package doppelpass.leads;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.leads.Tables.LEAD_CARD;

import doppelpass.identity.Person;
import doppelpass.search.plug.Command;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.List;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Leads in the search box: by their contact and its company. */
@Component
class LeadFindables implements Findables {
    private static final Findable LEADS = new Findable(
            new Findable.Kind("lead", "leads.title", "target-arrow", "/leads/0", "/leads"),
            Findable.Source.of(LEAD_CARD, LEAD_CARD.ID, LEAD_CARD.WORDS, LEAD_CARD.UPDATED_AT)
                    .indexed("contact_words")
                    .rowsOf("leads.lead")
                    .wordsOf(Findable.Via.of(LEAD_CARD.CONTACT_ID, CONTACT_CARD, CONTACT_CARD.ID, CONTACT_CARD.WORDS)
                            .rowsOf("contacts.contact"))
                    .ownedBy(LEAD_CARD.OWNER_ID)
                    .where(LEAD_CARD.STATE.notIn("MERGED", "ERASED"))
                    .via(Findable.Via.of(LEAD_CARD.COMPANY_ID, COMPANY_CARD, COMPANY_CARD.ID, COMPANY_CARD.WORDS)
                            .indexed("company_words")
                            .rowsOf("contacts.company")),
            Findable.Shown.of(
                            DSL.coalesce(
                                    DSL.nullif(LEAD_CARD.CONTACT_NAME, DSL.inline("")),
                                    DSL.field(DSL.select(CONTACT_CARD.MAIL)
                                            .from(CONTACT_CARD)
                                            .where(CONTACT_CARD.ID.eq(LEAD_CARD.CONTACT_ID)))),
                            Findable.beside(LEAD_CARD.COMPANY_NAME, LEAD_CARD.PRODUCT_LINE),
                            Findable.url("/leads/", LEAD_CARD.ID))
                    .on(LEAD_CARD.CREATED_AT));

    @Override
    public List<Findable> of(Person reader) {
        return List.of(LEADS);
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("leads.new", "/leads/new", "plus"));
    }
}
