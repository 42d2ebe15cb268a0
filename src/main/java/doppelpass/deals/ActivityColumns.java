package doppelpass.deals;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.deals.Tables.DEAL_CARD;
import static doppelpassdb.leads.Tables.LEAD_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY_CARD;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.MoreColumns;
import doppelpass.lists.plug.Shape;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Whom and what an activity is about: at the end of the way from a contact to a deal all of them are known. */
@Component
class ActivityColumns implements MoreColumns {
    @Override
    public List<Column> of(Listing listing) {
        return listing.name().equals("activities") ? about() : List.of();
    }

    private static List<Column> about() {
        return List.of(
                about(
                        "contact",
                        "/contacts/",
                        ACTIVITY_CARD.CONTACT_ID,
                        CONTACT_CARD,
                        CONTACT_CARD.ID,
                        CONTACT_CARD.NAME),
                about(
                        "company",
                        "/companies/",
                        ACTIVITY_CARD.COMPANY_ID,
                        COMPANY_CARD,
                        COMPANY_CARD.ID,
                        COMPANY_CARD.NAME),
                about("lead", "/leads/", ACTIVITY_CARD.LEAD_ID, LEAD_CARD, LEAD_CARD.ID, LEAD_CARD.CONTACT_NAME),
                about("deal", "/deals/", ACTIVITY_CARD.DEAL_ID, DEAL_CARD, DEAL_CARD.ID, DEAL_CARD.NAME));
    }

    private static Column about(
            String name, String path, Field<Long> key, Table<?> table, Field<Long> id, Field<String> called) {
        Field<String> text = DSL.field(DSL.select(called).from(table).where(id.eq(key)));
        return Column.of(name, "deals." + name, new Shape.Link(path), text, key);
    }
}
