package doppelpass.deals;

import doppelpass.leads.Qualifications;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the leads around a deal that it changed: the definition of the MQL may look at deals. */
@Component
class DealSigns {
    private final Qualifications qualifications;
    private final DealTable table;
    private final Clock clock;

    DealSigns(Qualifications qualifications, DealTable table, Clock clock) {
        this.qualifications = qualifications;
        this.table = table;
        this.clock = clock;
    }

    @EventListener
    void on(DealOpened event) {
        tell(event.dealId());
    }

    @EventListener
    void on(DealChanged event) {
        tell(event.dealId());
    }

    @EventListener
    void on(DealStageChanged event) {
        tell(event.dealId());
    }

    @EventListener
    void on(DealWon event) {
        tell(event.dealId());
    }

    @EventListener
    void on(DealLost event) {
        tell(event.dealId());
    }

    @EventListener
    void on(DealReopened event) {
        tell(event.dealId());
    }

    private void tell(long id) {
        table.find(id).ifPresent(deal -> qualifications.reviewAround("deal", deal.about(), clock.instant()));
    }
}
