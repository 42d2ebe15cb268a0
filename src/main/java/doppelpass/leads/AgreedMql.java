package doppelpass.leads;

import doppelpass.glossary.Definition;
import doppelpass.glossary.Glossary;
import doppelpass.rules.Finding;
import doppelpass.rules.Reading;
import doppelpass.rules.Word;
import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The glossary's term "mql" as it is in force; until there is one, the definition to start with. */
@Component
@Primary
class AgreedMql implements MqlRule {
    static final String TERM = "mql";

    private final Glossary glossary;
    private final StartingMql starting;

    AgreedMql(Glossary glossary, StartingMql starting) {
        this.glossary = glossary;
        this.starting = starting;
    }

    @Override
    public Verdict judge(Lead lead, Whom whom, Interest interest, List<Touch> touches, Instant now) {
        return glossary.definition(TERM)
                .filter(definition -> definition.rule().subject().name().equals("lead"))
                .map(definition -> judge(definition, LeadSubject.values(lead, whom, interest, touches), now))
                .orElseGet(() -> starting.judge(lead, whom, interest, touches, now));
    }

    private static Verdict judge(Definition definition, Map<String, @Nullable Object> values, Instant now) {
        List<Clause> clauses = definition.rule().explain(values, now).stream()
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
        if (value == null) return Words.NONE;
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
