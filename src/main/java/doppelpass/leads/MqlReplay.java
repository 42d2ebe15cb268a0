package doppelpass.leads;

import doppelpass.identity.Organisations;
import doppelpass.kpi.plug.TermFacts;
import doppelpass.rules.Rule;
import doppelpass.rules.Rules;
import doppelpass.rules.Subject;
import doppelpassdb.leads.tables.records.LeadCardRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When leads would have met another definition of the MQL. Touchpoints, interest and state are those of each moment;
 * what is known of contact, company and campaign is what is known today. Of all else the past is not kept in this form.
 */
@Component
class MqlReplay implements TermFacts {
    private static final int LEADS = 50_000;

    /** Single related records by the name of relation and subject. */
    private static final Map<String, Function<LeadCardRecord, @Nullable Long>> RELATED = Map.of(
            "contact", LeadCardRecord::getContactId,
            "company", LeadCardRecord::getCompanyId,
            "campaign", LeadCardRecord::getCampaignId);

    private final MqlReplayTable table;
    private final Rules rules;
    private final Organisations organisations;

    MqlReplay(MqlReplayTable table, Rules rules, Organisations organisations) {
        this.table = table;
        this.rules = rules;
        this.organisations = organisations;
    }

    @Override
    public boolean covers(Rule rule) {
        Set<String> told = new HashSet<>(LeadSubject.TOLD);
        for (String name : RELATED.keySet()) {
            told.add("lead." + name);
            subject(name).fields().keySet().forEach(field -> told.add(name + "." + field));
        }
        return told.containsAll(rule.reads());
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
        Map<String, Map<Long, Map<String, Object>>> related = new HashMap<>();
        RELATED.forEach((name, key) -> {
            if (proposed.reaches().contains(name)
                    || current != null && current.reaches().contains(name))
                related.put(name, table.today(subject(name), keys(leads, key)));
        });
        ZoneId zone = organisations.get().zone();
        List<Change> changes = new ArrayList<>();
        for (LeadCardRecord lead : leads.subList(0, Math.min(LEADS, leads.size()))) {
            LeadPast past = new LeadPast(
                    lead,
                    related(lead, related),
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

    private static Map<String, Object> related(
            LeadCardRecord lead, Map<String, Map<Long, Map<String, Object>>> related) {
        Map<String, Object> of = new HashMap<>();
        related.forEach((name, byKey) -> {
            Long key = Objects.requireNonNull(RELATED.get(name)).apply(lead);
            if (key != null && byKey.containsKey(key)) of.put(name, byKey.get(key));
        });
        return of;
    }

    private static Set<Long> keys(List<LeadCardRecord> leads, Function<LeadCardRecord, @Nullable Long> key) {
        return leads.stream().map(key).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Subject subject(String name) {
        return rules.subjects().find(name).orElseThrow();
    }
}
