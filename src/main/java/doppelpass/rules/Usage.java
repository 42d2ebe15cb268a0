package doppelpass.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How each function is written. */
final class Usage {
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("size", "size(lead.touchpoints)"),
            Map.entry("startsWith", "lead.name.startsWith(\"A\")"),
            Map.entry("endsWith", "lead.name.endsWith(\"AG\")"),
            Map.entry("contains", "lead.name.contains(\"GmbH\")"),
            Map.entry("matches", "lead.name.matches(\"^[A-Z]+$\")"),
            Map.entry("lowerAscii", "lead.name.lowerAscii()"),
            Map.entry("is", "lead.is(\"mql\")"),
            Map.entry("term", "term(\"mql\")"),
            Map.entry("days", "days(30)"),
            Map.entry("hours", "hours(48)"),
            Map.entry("duration", "duration(\"36h\")"),
            Map.entry("timestamp", "timestamp(\"2026-01-31T12:00:00Z\")"),
            Map.entry("date", "date(\"2026-01-31\")"),
            Map.entry("exists", "lead.touchpoints.exists(t, t.kind == \"call\")"),
            Map.entry("all", "lead.touchpoints.all(t, t.kind == \"call\")"),
            Map.entry("exists_one", "lead.touchpoints.exists_one(t, t.kind == \"call\")"),
            Map.entry("filter", "lead.touchpoints.filter(t, t.kind == \"call\").size()"),
            Map.entry("has", "has(lead.source)"));

    /** Names a person may have meant by a misspelt one. */
    static final Set<String> FUNCTIONS = EXAMPLES.keySet();

    private Usage() {}

    /** Shows how a known function is used, after it was used in another way. */
    static Optional<Problem> problem(Place place, String function, int offset) {
        return Optional.ofNullable(EXAMPLES.get(function))
                .map(example -> place.problem(
                        place.before(function, offset), null, "rules.wrong_arguments", function, example));
    }
}
