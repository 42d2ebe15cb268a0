package doppelpass.glossary;

import doppelpass.rules.Terms;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets rules use terms: {@code lead.is("mql")} means the rule of the term as it counts now. */
@Component
class TermsInForce implements Terms {
    private final GlossaryTable table;
    private final Clock clock;

    TermsInForce(GlossaryTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<String> rule(String subject, String name) {
        return Optional.ofNullable(table.rulesInForce(subject, clock.instant()).get(name));
    }

    @Override
    public Collection<String> names(String subject) {
        return table.rulesInForce(subject, clock.instant()).keySet();
    }
}
