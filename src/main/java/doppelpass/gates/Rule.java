package doppelpass.gates;

import doppelpass.deals.Deal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What the gate of a stage asks: so many items of a framework answered with yes, among them those that must be; and facts
 * of the deal.
 */
public record Rule(@Nullable Framework framework, int atLeast, Set<String> must, Set<Fact> facts) {
    static final Rule NONE = new Rule(null, 0, Set.of(), Set.of());

    public Rule {
        must = Set.copyOf(must);
        facts = Set.copyOf(facts);
    }

    boolean none() {
        return framework == null && facts.isEmpty();
    }

    /** In words what is missing; empty lets the deal in. */
    List<MessageSourceResolvable> missing(Deal deal, Map<String, Answer> answers) {
        List<MessageSourceResolvable> missing = new ArrayList<>();
        for (Fact fact : Fact.values()) if (facts.contains(fact) && !fact.known(deal)) missing.add(word(fact.label()));
        if (framework == null) return missing;
        List<String> open = framework.items().stream()
                .filter(item -> !Answer.yes(answers.get(item)))
                .toList();
        List<String> wanted = open.stream().filter(must::contains).toList();
        wanted.forEach(item -> missing.add(word("gates.item." + item)));
        int yes = framework.items().size() - open.size();
        int more = atLeast - yes - wanted.size();
        if (more > 0) missing.add(word("gates.more", more, framework.name()));
        return missing;
    }

    private static MessageSourceResolvable word(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments);
    }
}
