package doppelpass.pricing;

import static doppelpassdb.pricing.Tables.LINE_CARD;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.MoreColumns;
import doppelpass.lists.plug.Shape;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How many lines a deal has, in lists of deals. */
@Component
class LineColumns implements MoreColumns {
    @Override
    public List<Column> of(Listing listing) {
        if (!listing.subject().equals("deal")) return List.of();
        Field<Integer> count = DSL.field(DSL.selectCount().from(LINE_CARD).where(LINE_CARD.DEAL_ID.eq(listing.id())));
        return List.of(Column.of("lines", "pricing.lines", new Shape.Number(), count));
    }
}
