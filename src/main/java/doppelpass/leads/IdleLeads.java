package doppelpass.leads;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.tasks.plug.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One's own leads that stay longer in a state than its timer allows, or whose day to look again has come, on one's day. */
@Component
class IdleLeads implements Waiting {
    private final IdleLeadTable table;
    private final Promises promises;
    private final Organisations organisations;
    private final Clock clock;

    IdleLeads(IdleLeadTable table, Promises promises, Organisations organisations, Clock clock) {
        this.table = table;
        this.promises = promises;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Nobody set them a day: they wait today. */
    @Override
    public List<Item> of(Person me, LocalDate until) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, organisations.get().zone());
        Map<LeadState, Instant> limits = new EnumMap<>(LeadState.class);
        for (LeadState state : List.of(LeadState.NEW, LeadState.OPEN, LeadState.SAL, LeadState.SQL)) {
            int days = state.timer().orElseThrow();
            limits.put(state, Lead.idleBefore(days, now, promises.calendar(me.teamId())));
        }
        return table.of(me.id(), limits, today, MOST).stream()
                .map(lead -> new Item(
                        lead.revisit() ? "leads.waits.revisit" : "leads.waits.idle",
                        "target-arrow",
                        lead.name(),
                        lead.company(),
                        "/leads/" + lead.id(),
                        today,
                        null))
                .toList();
    }
}
