package doppelpass.glossary;

import doppelpass.identity.Organisations;
import doppelpass.rules.Checked;
import doppelpass.rules.Rule;
import doppelpass.rules.Rules;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries a proposed rule on the records of the last twelve months before anybody signs it. */
@Component
public class BackTests {
    private final Rules rules;
    private final BackTestTable table;
    private final Organisations organisations;
    private final List<BackTestEffect> effects;
    private final Clock clock;

    BackTests(
            Rules rules, BackTestTable table, Organisations organisations, List<BackTestEffect> effects, Clock clock) {
        this.rules = rules;
        this.table = table;
        this.organisations = organisations;
        this.effects = effects;
        this.clock = clock;
    }

    /** Compares a version with the one in force; empty when neither has a rule that can run. */
    @Transactional(readOnly = true)
    public Optional<BackTest> of(Term term, Version version) {
        String subject = term.subject();
        String proposed = version.wording().rule();
        if (subject == null || proposed == null) {
            return Optional.empty();
        }
        String current = term.inForce()
                .filter(v -> v.number() != version.number())
                .map(v -> v.wording().rule())
                .orElse(null);
        return Optional.of(run(term.key(), subject, current, proposed));
    }

    private BackTest run(String key, String subject, @Nullable String current, String proposed) {
        ZoneId zone = organisations.get().zone();
        Instant now = clock.instant();
        Instant since = now.atZone(zone).minusMonths(12).toInstant();
        Rule after = rule(key, proposed, subject);
        Table<?> subjectTable = Objects.requireNonNull(after.subject().table());
        Condition met = exact(after.condition(subjectTable, now));
        Rule held = current == null ? null : rule(key, current, subject);
        Condition before = held == null ? DSL.falseCondition() : exact(held.condition(subjectTable, now));
        var question = new BackTestTable.Question(after.subject(), subjectTable, before, met, since, zone);
        var counts = table.counts(question);
        boolean untold = Stream.of(Optional.ofNullable(held), Optional.of(after))
                .flatMap(Optional::stream)
                .anyMatch(rule -> effects.stream().anyMatch(effect -> effect.untold(key, rule)));
        return new BackTest(
                counts.value1(),
                counts.value2(),
                counts.value3(),
                counts.value4(),
                counts.value5(),
                table.examples(question, met.and(DSL.not(before))),
                table.examples(question, before.and(DSL.not(met))),
                table.months(question),
                untold,
                untold ? Optional.empty() : effects(key, held, after, now));
    }

    private Optional<Effects> effects(String key, @Nullable Rule held, Rule after, Instant now) {
        return effects.stream()
                .flatMap(effect -> effect.effects(key, held, after, now).stream())
                .findFirst();
    }

    /** A rule's condition may be unknown where it is not met; the comparison needs a plain no. */
    private static Condition exact(Condition condition) {
        return DSL.coalesce(DSL.field(condition), DSL.inline(false)).isTrue();
    }

    private Rule rule(String key, String text, String subject) {
        Checked checked = rules.checkTerm(key, text, subject);
        if (checked instanceof Rule rule) {
            if (!rules.closed(rule).isEmpty()) throw Refusal.of("glossary.error.closed");
            return rule;
        }
        throw Refusal.of("glossary.error.rule");
    }
}
