package doppelpass.deals;

import static doppelpassdb.deals.Tables.DEAL_CARD;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Calendar;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.RecordList;
import doppelpass.search.Searches;
import doppelpass.web.Asked;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Deals in lists: open ones unless others are asked for, the next to close first. */
@Component
class DealList implements RecordList {
    private final DealColumns columns;
    private final Pipelines pipelines;
    private final Organisations organisations;
    private final Searches searches;
    private final Clock clock;

    DealList(DealColumns columns, Pipelines pipelines, Organisations organisations, Searches searches, Clock clock) {
        this.columns = columns;
        this.pipelines = pipelines;
        this.organisations = organisations;
        this.searches = searches;
        this.clock = clock;
    }

    @Override
    public Listing listing() {
        return new Listing(
                        "deals",
                        "deal",
                        DEAL_CARD,
                        DEAL_CARD.ID,
                        Set.of("q", "stage", "owner", "company", "source", "campaign", "pipeline", "from", "to"),
                        columns.all(clock.instant(), zone()),
                        List.of("name", "company", "stage", "amount", "close", "rest", "owner", "source"),
                        "close",
                        false)
                .by(new Calendar("deal.expected_close", DEAL_CARD.EXPECTED_CLOSE, List.of("name", "company")))
                .boarded();
    }

    @Override
    public Condition where(Asked asked, Person reader) {
        DealFilter filter = DealFilter.of(asked.parameters());
        Condition where = DealListTable.where(filter, searches.read(filter.q()), zone(), pipelines.all());
        return filter.still() ? where.and(columns.rest(clock.instant(), zone()).isNotNull()) : where;
    }

    private ZoneId zone() {
        return organisations.get().zone();
    }
}
