package doppelpass.leads;

import doppelpass.rules.Rule;
import doppelpassdb.leads.tables.records.LeadCardRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lead through the time before anybody passed it on: had the definition been another one, it would have stayed in the
 * state it was in, until it ended.
 */
record LeadPast(
        LeadCardRecord card,
        Map<String, Object> related,
        List<Lead.Entry> entries,
        List<Touch> touches,
        ZoneId zone,
        Instant now) {
    private static final Set<LeadState> BEFORE = EnumSet.of(LeadState.NEW, LeadState.OPEN, LeadState.NURTURE);
    private static final Set<LeadState> ENDS =
            EnumSet.of(LeadState.WON, LeadState.LOST, LeadState.DISQUALIFIED, LeadState.MERGED, LeadState.ERASED);

    /** The first event after which the rule held. */
    @Nullable
    Instant firstMet(Rule rule) {
        Instant end = entries.stream()
                .filter(entry -> ENDS.contains(entry.to()))
                .map(Lead.Entry::at)
                .findFirst()
                .orElse(now);
        return Stream.concat(
                        Stream.of(card.getCreatedAt()),
                        Stream.concat(
                                touches.stream().map(Touch::at),
                                entries.stream()
                                        .filter(entry -> BEFORE.contains(entry.to()))
                                        .map(Lead.Entry::at)))
                .filter(moment -> !moment.isBefore(card.getCreatedAt()) && !moment.isAfter(end))
                .sorted()
                .distinct()
                .filter(moment -> rule.test(valuesAt(moment), moment))
                .findFirst()
                .orElse(null);
    }

    private Map<String, @Nullable Object> valuesAt(Instant moment) {
        List<Touch> sofar =
                touches.stream().filter(touch -> !touch.at().isAfter(moment)).toList();
        Lead.Entry state = entries.stream()
                .filter(entry -> BEFORE.contains(entry.to()) && !entry.at().isAfter(moment))
                .reduce((earlier, later) -> later)
                .orElse(new Lead.Entry(null, LeadState.OPEN, 1, card.getCreatedAt()));
        Map<String, @Nullable Object> values = new HashMap<>(LeadSubject.values(card, sofar));
        values.putAll(related);
        values.put("intent", Interest.at(moment, zone, seen(sofar)).score());
        values.put("state", state.to().name());
        values.put("state_since", state.at());
        values.put("cycle", state.cycle());
        return values;
    }

    private static List<Interest.Seen> seen(List<Touch> touches) {
        return touches.stream()
                .map(touch -> new Interest.Seen(touch.kind(), touch.at()))
                .toList();
    }
}
