package doppelpass.profit;

import doppelpass.deals.Deal;
import doppelpass.deals.DealReopened;
import doppelpass.deals.DealWon;
import doppelpass.deals.Deals;
import doppelpass.identity.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Until an invoice for it arrives, a won deal counts as its revenue, on the day it was won. */
@Component
class WonDealRevenue {
    private final Revenues revenues;
    private final RevenueTable table;
    private final Deals deals;
    private final Organisations organisations;
    private final Clock clock;

    WonDealRevenue(Revenues revenues, RevenueTable table, Deals deals, Organisations organisations, Clock clock) {
        this.revenues = revenues;
        this.table = table;
        this.deals = deals;
        this.organisations = organisations;
        this.clock = clock;
    }

    @EventListener
    void on(DealWon won) {
        Deal deal = deals.find(won.dealId()).orElseThrow();
        LocalDate day = won.at().atZone(organisations.get().zone()).toLocalDate();
        NewRevenue revenue = new NewRevenue(
                "D-" + won.dealId(),
                won.companyId(),
                won.dealId(),
                deal.details().campaignId(),
                day,
                won.amountMinor(),
                deal.details().costMinor(),
                null);
        revenues.expect(won.dealId(), revenue);
    }

    @EventListener
    void on(DealReopened reopened) {
        table.replaceOfDeal(reopened.dealId(), clock.instant());
    }
}
