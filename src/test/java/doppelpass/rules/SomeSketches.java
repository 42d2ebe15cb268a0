package doppelpass.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes random sketches as they come out of a rule: no group of one part, no group within a group of its kind. */
final class SomeSketches {
    private static final List<String> NASTY = List.of(
            "\"",
            "\\",
            "\\\"",
            "a\nb",
            "\r\n\t",
            "Ümläut ß",
            "😀 und 👩‍👩‍👧",
            "{0} {x} $1",
            "') or 1=1 --",
            "\u202Eabc",
            "\u0001",
            " ");

    private final Random random;
    private final Subjects subjects;

    SomeSketches(Random random, Subjects subjects) {
        this.random = random;
        this.subjects = subjects;
    }

    Sketch.Group about(String subject) {
        return group(subjects.get(subject), 0, 0);
    }

    private Sketch.Group group(Subject about, int depth, int least) {
        boolean all = random.nextInt(3) > 0;
        Sketch.Group group = group(about, depth, all, all ? least : 2);
        if (group.parts().size() > 1 || all && !(first(group) instanceof Sketch.Group)) return group;
        return first(group) instanceof Sketch.Group inner ? inner : new Sketch.Group(true, group.parts());
    }

    private static Object first(Sketch.Group group) {
        return group.parts().isEmpty() ? "none" : group.parts().getFirst();
    }

    private Sketch.Group group(Subject about, int depth, boolean all, int least) {
        List<Sketch> parts = new ArrayList<>();
        int size = least + random.nextInt(3);
        while (parts.size() < size) {
            Sketch part = part(about, depth, all);
            if (parts.isEmpty() || !all || !between(parts.getLast(), part)) parts.add(part);
        }
        return new Sketch.Group(all, parts);
    }

    /** These two would be read as one. */
    private static boolean between(Sketch first, Sketch second) {
        return first instanceof Sketch.Condition(String path, Operator from, List<String> low)
                && second instanceof Sketch.Condition(String again, Operator to, List<String> high)
                && path.equals(again)
                && from == Operator.GE
                && to == Operator.LE;
    }

    private Sketch part(Subject about, int depth, boolean all) {
        int dice = random.nextInt(10);
        if (dice < 2 && depth < Sketch.DEPTH) return group(about, depth + 1, !all, 2);
        if (dice < 4
                && depth < Sketch.DEPTH
                && !BuilderBlocks.lists(subjects, about).isEmpty()) return list(about, depth);
        if (dice == 4) return term(about);
        return condition(about);
    }

    private Sketch list(Subject about, int depth) {
        String path = any(BuilderBlocks.lists(subjects, about));
        Subject each =
                subjects.get(Reach.list(subjects, about, path).orElseThrow().target());
        Sketch.Quantity how = any(List.of(Sketch.Quantity.values()));
        String count = how == Sketch.Quantity.AT_LEAST ? String.valueOf(2 + random.nextInt(50)) : "";
        return new Sketch.Related(path, how, count, group(each, depth + 1, how == Sketch.Quantity.ALL ? 1 : 0));
    }

    private Sketch term(Subject about) {
        return switch (about.name()) {
            case "lead" -> new Sketch.TermIs("", any(List.of("hot", "deep")), random.nextBoolean());
            case "contact" -> new Sketch.TermIs("company", "large", random.nextBoolean());
            case "touchpoint" -> new Sketch.TermIs("", "strong", random.nextBoolean());
            default -> condition(about);
        };
    }

    private Sketch.Condition condition(Subject about) {
        List<String> paths = new ArrayList<>();
        paths(about, "", 3, paths);
        String path = any(paths);
        SubjectField field = Reach.field(subjects, about, path).orElseThrow();
        Operator operator = any(Operator.possible(field));
        return new Sketch.Condition(path, operator, values(operator, field));
    }

    private void paths(Subject from, String path, int hops, List<String> paths) {
        from.fields().keySet().forEach(field -> paths.add(path + field));
        for (Relation relation : from.relations().values())
            if (!relation.many() && hops > 0)
                paths(subjects.get(relation.target()), path + relation.name() + ".", hops - 1, paths);
    }

    private List<String> values(Operator operator, SubjectField field) {
        return switch (operator.input(field)) {
            case NONE -> List.of();
            case NUMBER -> List.of(number());
            case NUMBERS -> List.of(number(), number());
            case DAYS -> List.of(String.valueOf(random.nextInt(36_526)));
            case DAY ->
                List.of("%d-%02d-%02d"
                        .formatted(1900 + random.nextInt(1100), 1 + random.nextInt(12), 1 + random.nextInt(28)));
            case LINES, CHOICES ->
                IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(i -> text(operator))
                        .toList();
            case TEXT, CHOICE -> List.of(text(operator));
        };
    }

    private String number() {
        return any(
                List.of("0", "-1", "7", "60", "1000000", "999999999999999999", "0.5", "-2.25", "1234.56", "0.000001"));
    }

    private String text(Operator operator) {
        String text = random.nextBoolean() ? any(NASTY) : any(SomeRules.TEXTS) + "x";
        boolean lower = operator == Operator.CONTAINS || operator == Operator.STARTS;
        return lower ? MemoryValues.lowerAscii(text) : text;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
