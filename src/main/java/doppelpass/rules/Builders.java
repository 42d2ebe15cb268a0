package doppelpass.rules;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the form for a rule from its text, and anew after each change in the form. */
@Component
public class Builders {
    private final Rules rules;
    private final KnownTexts known;

    Builders(Rules rules, KnownTexts known) {
        this.rules = rules;
        this.known = known;
    }

    /** The form for a rule about a subject ({@code lead}); an empty text is no condition at all. */
    public Builder of(String subject, String text) {
        return of(subject, text, "");
    }

    /** The same, and where there is no condition yet, an empty one to begin with. */
    public Builder begun(String subject, String text) {
        if (!text.isBlank()) return of(subject, text);
        Subject about = rules.subjects().get(subject);
        Sketch first = new Sketch.Condition("", Operator.IS, List.of());
        Sketch.Group begun = new Sketch.Group(true, List.of(first));
        return builder(about, "", "", new Refused(List.of()), true, begun, 0, "");
    }

    /** The same for the rule that defines a term. */
    public Builder of(String subject, String text, String term) {
        Subject about = rules.subjects().get(subject);
        Checked checked = text.isBlank() ? new Refused(List.of()) : rules.checkTerm(term, text, subject);
        Sketch.Group sketch = switch (checked) {
            case Rule rule -> SketchReader.sketch(rule).filter(Builders::typed).orElse(null);
            case Refused refused -> null;
        };
        boolean shown = sketch != null || text.isBlank();
        return builder(about, term, text, checked, shown, sketch == null ? Sketch.Group.EMPTY : sketch, 0, "");
    }

    Builder of(String subject, BuilderForm form, String term) {
        Subject about = rules.subjects().get(subject);
        Sketch.Group sketch = form.tree(about);
        SketchText writer = new SketchText(rules.subjects());
        String text = writer.of(sketch, about);
        Checked checked = text.isEmpty() ? new Refused(List.of()) : rules.checkTerm(term, text, subject);
        return builder(about, term, text, checked, true, sketch, writer.incomplete(), form.focus());
    }

    private Builder builder(
            Subject about,
            String term,
            String text,
            Checked checked,
            boolean shown,
            Sketch.Group sketch,
            int incomplete,
            String focus) {
        Builder.Block tree =
                new BuilderBlocks(rules.subjects(), rules.terms(), rules.hidden(), known).block(sketch, about, "", 0);
        Rule rule = checked instanceof Rule runs ? runs : null;
        List<Problem> problems = switch (checked) {
            case Rule runs ->
                Stream.concat(rules.closed(runs).stream(), runs.warnings().stream())
                        .toList();
            case Refused refused -> refused.problems();
        };
        return new Builder(about.name(), term, text, shown, tree, incomplete, rule, problems, focus);
    }

    /** Inputs of one line would lose line breaks, so such values stay in the text. */
    private static boolean typed(Sketch part) {
        return switch (part) {
            case Sketch.Group group -> group.parts().stream().allMatch(Builders::typed);
            case Sketch.Related related -> typed(related.group());
            case Sketch.Condition condition ->
                condition.values().stream().noneMatch(value -> value.chars().anyMatch(Character::isISOControl));
            case Sketch.TermIs term -> true;
        };
    }
}
