package doppelpass.leads;

import doppelpass.glossary.Definition;
import doppelpass.glossary.Glossary;
import doppelpass.rules.Finding;
import doppelpass.rules.Reading;
import doppelpass.rules.Word;
import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The glossary's term "mql" as it is in force; until there is one, the definition to start with. */
@Component
@Primary
class AgreedMql implements MqlRule {
    static final String TERM = "mql";

    private final Glossary glossary;
    private final StartingMql starting;
    private final QualifyingTable table;

    AgreedMql(Glossary glossary, StartingMql starting, QualifyingTable table) {
        this.glossary = glossary;
        this.starting = starting;
        this.table = table;
    }

    @Override
    public Verdict judge(Lead lead, Whom whom, Interest interest, Instant now) {
        return definition()
                .map(definition -> judge(definition, lead, now))
                .orElseGet(() -> starting.judge(lead, whom, interest, now));
    }

    @Override
    public boolean reaches(String subject) {
        return definition()
                .filter(definition -> definition.rule().reaches().contains(subject))
                .isPresent();
    }

    @Override
    public List<Long> likely(Collection<Long> leads, Instant now) {
        return definition()
                .map(definition -> table.met(definition.rule(), leads, now))
                .orElseGet(() -> starting.likely(leads, now));
    }

    private Optional<Definition> definition() {
        return glossary.definition(TERM)
                .filter(definition -> definition.rule().subject().name().equals("lead"));
    }

    private Verdict judge(Definition definition, Lead lead, Instant now) {
        List<Clause> clauses = table.explain(definition.rule(), lead.id(), now).stream()
                .map(AgreedMql::clause)
                .toList();
        return new Verdict(clauses.stream().allMatch(Clause::met), definition.label(), clauses);
    }

    private static Clause clause(Finding finding) {
        return new Clause(() -> words(finding.clause().words()), () -> values(finding.readings()), finding.met());
    }

    /** A single value speaks for itself; several carry their names. */
    private static String values(List<Reading> readings) {
        if (readings.size() == 1) return value(readings.getFirst());
        return readings.stream()
                .map(reading -> words(reading.label()) + " " + value(reading))
                .collect(Collectors.joining(", "));
    }

    private static String value(Reading reading) {
        Object value = reading.value();
        if (value == null || !Words.sees(reading.field())) return Words.NONE;
        String wish = "leads.handRaise." + value;
        return Messages.has(wish) ? Words.t(wish) : value.toString();
    }

    /** A word of the rule language in the reader's language, its arguments first. */
    private static String words(Word word) {
        Object[] arguments = word.args().stream()
                .map(argument -> argument instanceof Word inner ? words(inner) : argument)
                .toArray();
        if (Messages.has(word.key())) return Words.t(word.key(), arguments);
        String text = word.text();
        return text == null ? word.key() : text;
    }
}
