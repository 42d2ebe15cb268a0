package doppelpass.profit;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Seeing;
import doppelpass.search.Searches;
import doppelpass.web.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What controlling posts. Nothing is overwritten: a correction replaces a row, and reports of then keep the old one. */
@Component
public class Revenues {
    private final RevenueTable table;
    private final Searches searches;
    private final Seeing seeing;
    private final Clock clock;

    Revenues(RevenueTable table, Searches searches, Seeing seeing, Clock clock) {
        this.table = table;
        this.searches = searches;
        this.seeing = seeing;
        this.clock = clock;
    }

    public Page<Revenue> page(String q, String status, PageRequest request) {
        if (!seeing.sees("company", "revenue")) throw Refusal.forbidden("profit.error.closed");
        return table.page(q.isBlank() ? null : searches.read(q), status, request);
    }

    public Revenue get(long id) {
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    /** What a won deal counts as until its invoice arrives; without effect once there is one. */
    @Transactional
    public void expect(long dealId, NewRevenue revenue) {
        if (!table.invoiced(dealId)) {
            table.insert(revenue, "posted", RevenueTable.BY_DEAL, Long.toString(dealId), clock.instant());
        }
    }

    /** Posts revenue; for a won deal it takes the place of what the deal had posted by itself. */
    @Transactional
    public long post(NewRevenue revenue) {
        demandRight();
        Long deal = revenue.dealId();
        if (deal != null) {
            table.replaceOfDeal(deal, clock.instant());
        }
        return table.insert(revenue, "posted", null, null, clock.instant());
    }

    /** Puts a corrected row in the place of another one; returns its id. */
    @Transactional
    public long correct(long id, NewRevenue corrected) {
        demandRight();
        Revenue before = get(id);
        demand(table.replace(id, clock.instant()));
        return table.insert(corrected, before.status(), null, null, clock.instant());
    }

    /** A cancelled posting stays visible but counts nowhere from now on. */
    @Transactional
    public long cancel(long id) {
        demandRight();
        Revenue r = get(id);
        if (!r.counts()) {
            throw Refusal.conflict("profit.error.cancelled", r.number());
        }
        demand(table.replace(id, clock.instant()));
        NewRevenue same = new NewRevenue(
                r.number(),
                r.companyId(),
                r.dealId(),
                r.campaignId(),
                r.postedOn(),
                r.amountMinor(),
                r.costMinor(),
                r.note());
        return table.insert(same, "cancelled", null, null, clock.instant());
    }

    /** Refuses whoever may not write what is posted. */
    void demandRight() {
        if (!seeing.writes("company", "revenue")) throw Refusal.forbidden("profit.error.fixed");
    }

    private static void demand(boolean replaced) {
        if (!replaced) {
            throw Refusal.conflict("profit.error.changed");
        }
    }
}
