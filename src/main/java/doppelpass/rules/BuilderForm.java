package doppelpass.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** What the builder's inputs say, by address, and the button that was pressed: {@code condition}, {@code remove}, … */
final class BuilderForm {
    private static final int PARTS = 50;
    private static final Pattern TERM = Pattern.compile("(?:([\\w.]+)\\.)?is\\(([\\w-]+)\\)");

    private final MultiValueMap<String, String> inputs;
    private final String prefix;
    private final Subjects subjects;
    private final String verb;
    private final String target;

    BuilderForm(MultiValueMap<String, String> inputs, Subjects subjects) {
        this.inputs = inputs;
        this.subjects = subjects;
        this.prefix = "b." + text("name");
        String pressed = text("do");
        int colon = pressed.indexOf(':');
        this.verb = colon < 0 ? pressed : pressed.substring(0, colon);
        this.target = colon < 0 ? "" : pressed.substring(colon + 1);
    }

    Sketch.Group tree(Subject subject) {
        return verb.equals("clear") ? Sketch.Group.EMPTY : group("", subject, 0);
    }

    /** Where the cursor goes after a part came or went. */
    String focus() {
        return switch (verb) {
            case "condition" -> target + "." + parts(target) + ".field";
            case "group" -> target + "." + parts(target) + ".0.field";
            case "list" -> target + "." + parts(target) + ".list";
            case "remove" -> target.substring(0, target.lastIndexOf('.')) + ".add";
            case "clear" -> ".add";
            default -> "";
        };
    }

    /** A term among the fields: {@code is(mql)}, {@code contact.is(customer)}. */
    static String name(Sketch.TermIs term) {
        return (term.path().isEmpty() ? "" : term.path() + ".") + "is(" + term.term() + ")";
    }

    private Sketch.Group group(String at, Subject about, int depth) {
        boolean all = !text(prefix + at + ".how").equals("any");
        List<Sketch> parts = new ArrayList<>();
        for (int i = 0; i < parts(at); i++) {
            String part = at + "." + i;
            if (!verb.equals("remove") || !target.equals(part))
                part(part, about, depth).ifPresent(parts::add);
        }
        if (target.equals(at) && parts.size() < PARTS) added(all, about, depth).ifPresent(parts::add);
        return new Sketch.Group(all, parts);
    }

    private Optional<Sketch> part(String at, Subject about, int depth) {
        String kind = text(prefix + at + ".kind");
        if (depth >= Sketch.DEPTH && !kind.equals("condition")) return Optional.empty();
        return switch (kind) {
            case "group" -> Optional.of(group(at, about, depth + 1));
            case "list" -> Optional.of(related(at, about, depth));
            case "condition" -> Optional.of(condition(at, about));
            default -> Optional.empty();
        };
    }

    private Optional<Sketch> added(boolean all, Subject about, int depth) {
        Sketch.Condition empty = new Sketch.Condition("", Operator.IS, List.of());
        if (depth >= Sketch.DEPTH && !verb.equals("condition")) return Optional.empty();
        return switch (verb) {
            case "condition" -> Optional.of(empty);
            case "group" -> Optional.of(new Sketch.Group(!all, List.of(empty)));
            case "list" -> {
                String first = BuilderBlocks.lists(subjects, about).stream()
                        .findFirst()
                        .orElse("");
                yield Optional.of(
                        new Sketch.Related(first, Sketch.Quantity.SOME, "", new Sketch.Group(true, List.of(empty))));
            }
            default -> Optional.empty();
        };
    }

    private Sketch related(String at, Subject about, int depth) {
        String path = text(prefix + at + ".list");
        Sketch.Quantity quantity = named(Sketch.Quantity.values(), text(prefix + at + ".quantity"));
        Subject each = Reach.list(subjects, about, path)
                .map(relation -> subjects.get(relation.target()))
                .orElse(about);
        return new Sketch.Related(path, quantity, text(prefix + at + ".count"), group(at, each, depth + 1));
    }

    /** Another field starts with its first question and no value. */
    private Sketch condition(String at, Subject about) {
        String path = text(prefix + at + ".field");
        boolean same = path.equals(text(prefix + at + ".was"));
        Matcher term = TERM.matcher(path);
        Operator operator = named(Operator.values(), text(prefix + at + ".operator"));
        if (term.matches())
            return new Sketch.TermIs(
                    term.group(1) == null ? "" : term.group(1), term.group(2), !same || operator != Operator.NOT_YES);
        Optional<SubjectField> field = Reach.field(subjects, about, path);
        boolean fits =
                field.filter(f -> Operator.possible(f).contains(operator)).isPresent();
        Operator first = field.map(f -> Operator.offered(f).getFirst()).orElse(Operator.IS);
        List<String> values = inputs.getOrDefault(prefix + at + ".value", List.of()).stream()
                .flatMap(String::lines)
                .toList();
        return new Sketch.Condition(path, same && fits ? operator : first, same ? values : List.of());
    }

    private int parts(String at) {
        int parts = 0;
        while (parts < PARTS && inputs.containsKey(prefix + at + "." + parts + ".kind")) parts++;
        return parts;
    }

    private static <E extends Enum<E>> E named(E[] all, String name) {
        for (E one : all) if (one.name().equals(name)) return one;
        return all[0];
    }

    private String text(String name) {
        String text = inputs.getFirst(name);
        return text == null ? "" : text;
    }
}
