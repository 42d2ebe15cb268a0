package doppelpass.rules;

import doppelpass.database.FieldRight;
import doppelpass.database.Seeing;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Checks rule texts against what the modules have plugged in. */
@Component
public class Rules {
    private final Supplier<Subjects> subjects;
    private final Supplier<Terms> terms;
    private final Supplier<ZoneId> zone;
    private final Supplier<Set<String>> hidden;

    @Autowired
    Rules(ObjectProvider<SubjectPlug> plugs, ObjectProvider<Terms> terms, Organisations organisations, Seeing seeing) {
        this(
                new Gathering(() -> plugs.stream().toList()),
                () -> terms.getIfAvailable(() -> Terms.NONE),
                () -> organisations.find().map(Organisation::zone).orElse(ZoneOffset.UTC),
                () -> seeing.fields(FieldRight.HIDDEN));
    }

    private Rules(
            Supplier<Subjects> subjects, Supplier<Terms> terms, Supplier<ZoneId> zone, Supplier<Set<String>> hidden) {
        this.subjects = subjects;
        this.terms = terms;
        this.zone = zone;
        this.hidden = hidden;
    }

    /** Rules over given subjects, without an application around them. The zone says when a day begins. */
    public static Rules over(List<SubjectPlug> plugs, Terms terms, ZoneId zone) {
        return new Rules(new Gathering(() -> plugs), () -> terms, () -> zone, Set::of);
    }

    /** The same language with other terms, as for a back-test of a proposed definition. */
    public Rules with(Terms others) {
        return new Rules(subjects, () -> others, zone, hidden);
    }

    public Subjects subjects() {
        return subjects.get();
    }

    Terms terms() {
        return terms.get();
    }

    /** Fields such as {@code deal.amount} that whoever asks may not see. */
    Set<String> hidden() {
        return hidden.get();
    }

    /** Why whoever asks may not run a rule: it looks at fields that are hidden from them. */
    public List<Problem> closed(Rule rule) {
        Set<String> mine = hidden.get();
        Subjects all = subjects.get();
        return rule.reads().stream()
                .filter(mine::contains)
                .sorted()
                .map(read -> {
                    Subject subject = all.get(read.substring(0, read.indexOf('.')));
                    SubjectField field = subject.fields().get(read.substring(read.indexOf('.') + 1));
                    Object name = field == null ? read : field.label();
                    return new Problem(1, 1, "rules.closed_field", List.of(subject.label(), name), null);
                })
                .toList();
    }

    /** Checks a rule about a subject ({@code lead}). */
    public Checked check(String text, String subject) {
        return checkTerm("", text, subject);
    }

    /** Checks the text that shall define a term; it must not use that term, directly or through others. */
    public Checked checkTerm(String term, String text, String subject) {
        Subjects all = subjects.get();
        Known.Asked asked = new Known.Asked(text, subject, zone.get());
        Optional<Rule> known = all.known().find(asked);
        if (term.isEmpty() && known.isPresent()) return known.get();
        Checked checked = new Check(all, terms.get(), asked.zone()).run(text, all.get(subject), term);
        if (checked instanceof Rule rule && rule.terms().isEmpty()) all.known().keep(asked, rule);
        return checked;
    }

    /** Checks a text that gives a value about a subject: {@code deal.amount - deal.x_discount}. */
    public Valued value(String text, String subject) {
        Subjects all = subjects.get();
        return new Check(all, terms.get(), zone.get()).value(text, all.get(subject));
    }
}
