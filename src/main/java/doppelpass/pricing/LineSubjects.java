package doppelpass.pricing;

import static doppelpassdb.pricing.Tables.LINE_CARD;

import doppelpass.identity.Organisations;
import doppelpass.rules.Subject;
import doppelpass.rules.SubjectPlug;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets rules ask for lines: {@code deal.lines.exists(l, l.product == "Sensor")}, {@code deal.lines.size() > 3}. */
@Component
class LineSubjects implements SubjectPlug {
    private final Organisations organisations;

    LineSubjects(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public List<Subject> subjects() {
        return List.of(
                Subject.of("line", "pricing.line", LINE_CARD, LINE_CARD.ID)
                        .field("text", LINE_CARD.TEXT)
                        .field("product", LINE_CARD.PRODUCT)
                        .field("product_line", LINE_CARD.PRODUCT_LINE)
                        .field("quantity", LINE_CARD.QUANTITY)
                        .field("unit", LINE_CARD.UNIT)
                        .money("price", LINE_CARD.PRICE_MINOR, organisations::decimals)
                        .money("net", LINE_CARD.NET_MINOR, organisations::decimals)
                        .money("margin", LINE_CARD.MARGIN_MINOR, organisations::decimals)
                        .one("deal", "deal", LINE_CARD.DEAL_ID),
                Subject.extending("deal", "pricing.deal").many("lines", "line", LINE_CARD.DEAL_ID));
    }
}
