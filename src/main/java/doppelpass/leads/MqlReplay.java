package doppelpass.leads;

import doppelpass.identity.Organisations;
import doppelpass.kpi.plug.TermFacts;
import doppelpass.rules.Rule;
import doppelpassdb.leads.tables.records.LeadCardRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When leads would have met another definition of the MQL. Touchpoints, interest and state are those of each moment;
 * what is known of contact and company is what is known today.
 */
@Component
class MqlReplay implements TermFacts {
    private static final int LEADS = 50_000;

    private final MqlReplayTable table;
    private final Organisations organisations;

    MqlReplay(MqlReplayTable table, Organisations organisations) {
        this.table = table;
        this.organisations = organisations;
    }

    @Override
    public String term() {
        return AgreedMql.TERM;
    }

    @Override
    public String subject() {
        return "lead";
    }

    @Override
    public Kind made() {
        return new Kind("leads.entries", "state", "MQL");
    }

    @Override
    public List<Kind> answers() {
        return List.of(
                new Kind("leads.entries", "state", "SAL"),
                new Kind("handovers.offered", "kind", "mql"),
                new Kind("handovers.answered", null, null),
                new Kind("handovers.promises", null, null));
    }

    @Override
    public Set<String> earlier() {
        return Set.of("leads.created", "leads.inquiries", "costs");
    }

    @Override
    public Replay replay(@Nullable Rule current, Rule proposed, Instant since, Instant now) {
        List<LeadCardRecord> leads = table.leads(since, LEADS + 1);
        Map<Long, List<Lead.Entry>> entries = table.entries(since);
        Map<Long, List<Touch>> touches = table.touches(since);
        ZoneId zone = organisations.get().zone();
        List<Change> changes = new ArrayList<>();
        for (LeadCardRecord lead : leads.subList(0, Math.min(LEADS, leads.size()))) {
            LeadPast past = new LeadPast(
                    lead,
                    entries.getOrDefault(lead.getId(), List.of()),
                    touches.getOrDefault(lead.getContactId(), List.of()),
                    zone,
                    now);
            Instant before = current == null ? null : past.firstMet(current);
            Instant after = past.firstMet(proposed);
            if (!Objects.equals(before, after)) changes.add(new Change(lead.getId(), before, after));
        }
        return new Replay(Math.min(LEADS, leads.size()), leads.size() <= LEADS, changes);
    }
}
