package doppelpass.deals;

import doppelpass.identity.Person;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in purchase decisions, each with one role in a deal. */
@Component
public class BuyingCenters {
    private final Deals deals;
    private final ParticipantTable table;
    private final Clock clock;

    BuyingCenters(Deals deals, ParticipantTable table, Clock clock) {
        this.deals = deals;
        this.table = table;
        this.clock = clock;
    }

    public BuyingCenter of(long deal) {
        return new BuyingCenter(table.of(deal));
    }

    List<Participant> ofCompany(long company) {
        return table.ofCompany(company);
    }

    List<Choice> candidates(long deal) {
        return table.candidates(deal);
    }

    /** Takes somebody in, or gives them another role. */
    @Transactional
    public void put(long deal, long contact, BuyingRole role, Person by) {
        if (deals.find(deal).isEmpty()) throw Refusal.notFound();
        if (!table.exists(contact)) throw Refusal.of("deals.error.contact");
        table.put(deal, contact, role, by.id(), clock.instant());
    }

    @Transactional
    public void remove(long deal, long contact) {
        if (!table.remove(deal, contact)) throw Refusal.notFound();
    }
}
