package doppelpass.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Writes a sketch in the rule language; what is incomplete is left out and counted. */
final class SketchText {
    private static final Pattern SLOT = Pattern.compile("\\{(x|day|at|\\*|\\d)}");
    private final Subjects subjects;
    private int incomplete;

    SketchText(Subjects subjects) {
        this.subjects = subjects;
    }

    /** A name in sight and what it stands for; the names around it are taken. */
    private record Name(String text, Subject subject, List<String> taken) {
        Name inner(Subject target) {
            List<String> names = new ArrayList<>(taken);
            names.add(text);
            String letter = target.name().substring(0, 1);
            String free = IntStream.iterate(1, n -> n + 1)
                    .mapToObj(n -> n == 1 ? letter : letter + n)
                    .filter(name -> !names.contains(name))
                    .findFirst()
                    .orElseThrow();
            return new Name(free, target, names);
        }
    }

    String of(Sketch.Group root, Subject subject) {
        if (root.parts().size() == 1 && root.parts().getFirst() instanceof Sketch.Group only) return of(only, subject);
        return joined(root, new Name(subject.name(), subject, List.of()));
    }

    /** How many conditions had no place in the text, for want of a field or a value. */
    int incomplete() {
        return incomplete;
    }

    private String joined(Sketch.Group group, Name about) {
        return String.join(group.all() ? " && " : " || ", pieces(group, about));
    }

    private List<String> pieces(Sketch.Group group, Name about) {
        return group.parts().stream()
                .flatMap(part -> piece(part, about, group.all()).stream())
                .toList();
    }

    private Optional<String> piece(Sketch part, Name about, boolean inAll) {
        Optional<String> piece = switch (part) {
            case Sketch.Group group -> Optional.of(bracketed(group, pieces(group, about)));
            case Sketch.Condition condition ->
                condition(condition, about)
                        .map(text -> condition.operator().pair() && !inAll ? "(" + text + ")" : text);
            case Sketch.Related related -> related(related, about);
            case Sketch.TermIs term -> term(term, about);
        };
        if (piece.isEmpty()) incomplete++;
        return piece.filter(text -> !text.isEmpty());
    }

    private static String bracketed(Sketch.Group group, List<String> pieces) {
        String text = String.join(group.all() ? " && " : " || ", pieces);
        return pieces.size() > 1 ? "(" + text + ")" : text;
    }

    private Optional<String> condition(Sketch.Condition condition, Name about) {
        SubjectField field =
                Reach.field(subjects, about.subject(), condition.path()).orElse(null);
        if (field == null || !Operator.possible(field).contains(condition.operator())) return Optional.empty();
        String x = about.text() + "." + condition.path();
        boolean time = field.type() == FieldType.TIMESTAMP;
        Map<String, String> names = Map.of("x", x, "day", time ? "date(" + x + ")" : x, "at", time ? "now" : "today");
        return Literal.all(condition.operator(), field, condition.values())
                .map(values -> SLOT.matcher(condition.operator().text())
                        .replaceAll(slot -> Matcher.quoteReplacement(filled(slot.group(1), names, values))));
    }

    private static String filled(String slot, Map<String, String> names, List<String> values) {
        if (slot.equals("*")) return String.join(", ", values);
        String name = names.get(slot);
        return name != null ? name : values.get(Integer.parseInt(slot));
    }

    private Optional<String> related(Sketch.Related related, Name about) {
        Relation relation =
                Reach.list(subjects, about.subject(), related.path()).orElse(null);
        if (relation == null) return Optional.empty();
        Name each = about.inner(subjects.get(relation.target()));
        String list = about.text() + "." + related.path();
        String inside = joined(related.group(), each);
        String macro = "(" + each.text() + ", " + inside + ")";
        return switch (related.quantity()) {
            case SOME -> Optional.of(inside.isEmpty() ? list + ".size() > 0" : list + ".exists" + macro);
            case NONE -> Optional.of(inside.isEmpty() ? list + ".size() == 0" : "!" + list + ".exists" + macro);
            case ALL -> inside.isEmpty() ? Optional.empty() : Optional.of(list + ".all" + macro);
            case AT_LEAST ->
                Literal.whole(related.count())
                        .filter(count -> count > 0)
                        .map(count -> list + (inside.isEmpty() ? "" : ".filter" + macro) + ".size() >= " + count);
        };
    }

    private Optional<String> term(Sketch.TermIs term, Name about) {
        if (Reach.record(subjects, about.subject(), term.path()).isEmpty()
                || !term.term().matches("[\\w-]{1,60}")) return Optional.empty();
        String record = term.path().isEmpty() ? about.text() : about.text() + "." + term.path();
        return Optional.of((term.yes() ? "" : "!") + record + ".is(\"" + term.term() + "\")");
    }
}
