package doppelpass.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a sketch into the form that shows it: with all one may choose from, in the order the subjects declare it. */
final class BuilderBlocks {
    /** Fields are offered over this many single relations. */
    private static final int HOPS = 2;

    private final Subjects subjects;
    private final Terms terms;
    private final Set<String> hidden;
    private final KnownTexts known;

    /** Fields that are hidden from whoever builds are not offered. */
    BuilderBlocks(Subjects subjects, Terms terms, Set<String> hidden, KnownTexts known) {
        this.subjects = subjects;
        this.terms = terms;
        this.hidden = hidden;
        this.known = known;
    }

    Builder.Block block(Sketch.Group group, Subject about, String at, int depth) {
        List<Builder.Part> parts = new ArrayList<>();
        for (Sketch part : group.parts()) parts.add(part(part, about, at + "." + parts.size(), depth));
        boolean room = depth < Sketch.DEPTH;
        return new Builder.Block(
                at, group.all(), parts, room, room && !lists(subjects, about).isEmpty());
    }

    /** The paths of all lists that can be asked about a subject. */
    static List<String> lists(Subjects subjects, Subject about) {
        List<String> lists = new ArrayList<>();
        records(subjects, about, 1)
                .forEach((path, record) -> record.subject().relations().values().stream()
                        .filter(Relation::many)
                        .forEach(relation -> lists.add(path + relation.name())));
        return lists;
    }

    private Builder.Part part(Sketch part, Subject about, String at, int depth) {
        return switch (part) {
            case Sketch.Group group -> block(group, about, at, depth + 1);
            case Sketch.Related related -> list(related, about, at, depth);
            case Sketch.Condition condition -> row(condition, about, at);
            case Sketch.TermIs term -> row(term, about, at);
        };
    }

    private Builder.Part list(Sketch.Related related, Subject about, String at, int depth) {
        Subject each = Reach.list(subjects, about, related.path())
                .map(relation -> subjects.get(relation.target()))
                .orElse(about);
        List<Builder.Options> offered = new ArrayList<>();
        records(subjects, about, 1).forEach((path, record) -> {
            List<Builder.Option> options = record.subject().relations().values().stream()
                    .filter(Relation::many)
                    .map(relation -> new Builder.Option(path + relation.name(), record.label(relation.label())))
                    .toList();
            if (!options.isEmpty()) offered.add(new Builder.Options(record.name(), options));
        });
        List<Builder.Option> quantities = Arrays.stream(Sketch.Quantity.values())
                .map(how -> new Builder.Option(how.name(), Word.of("rules.quantity." + how)))
                .toList();
        Builder.Block inside = block(related.group(), each, at, depth + 1);
        return new Builder.ListRow(
                at, offered, related.path(), quantities, related.quantity().name(), related.count(), inside);
    }

    private Builder.Row row(Sketch.Condition condition, Subject about, String at) {
        SubjectField field = Reach.field(subjects, about, condition.path()).orElse(null);
        if (field == null)
            return new Builder.Row(
                    at, fields(about), "", List.of(), "", ValueInput.NONE, List.of(), List.of(), List.of());
        ValueInput input = condition.operator().input(field);
        List<Operator> operators = new ArrayList<>(Operator.offered(field));
        if (!operators.contains(condition.operator())) operators.add(condition.operator());
        return new Builder.Row(
                at,
                fields(about),
                condition.path(),
                operators(operators),
                condition.operator().name(),
                input,
                condition.values(),
                choices(field, condition.values()),
                input == ValueInput.TEXT ? known.of(field) : List.of());
    }

    private Builder.Row row(Sketch.TermIs term, Subject about, String at) {
        List<Builder.Option> operators = List.of(
                new Builder.Option(Operator.YES.name(), Word.of("rules.operator.TERM")),
                new Builder.Option(Operator.NOT_YES.name(), Word.of("rules.operator.NO_TERM")));
        String chosen = (term.yes() ? Operator.YES : Operator.NOT_YES).name();
        return new Builder.Row(
                at,
                fields(about),
                BuilderForm.name(term),
                operators,
                chosen,
                ValueInput.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Builder.Option> operators(List<Operator> operators) {
        return operators.stream()
                .map(operator -> new Builder.Option(operator.name(), Word.of("rules.operator." + operator)))
                .toList();
    }

    /** A value that is no choice (any more) is kept among them. */
    private static List<Builder.Option> choices(SubjectField field, List<String> values) {
        List<Builder.Option> options = new ArrayList<>();
        for (String choice : field.choices())
            options.add(new Builder.Option(choice, new Word(field.label().key() + "." + choice, List.of(), choice)));
        for (String value : values)
            if (!value.isEmpty() && !field.choices().contains(value))
                options.add(new Builder.Option(value, Word.plain(value)));
        return options;
    }

    private List<Builder.Options> fields(Subject about) {
        List<Builder.Options> groups = new ArrayList<>();
        List<Builder.Option> agreed = new ArrayList<>();
        records(subjects, about, HOPS).forEach((path, record) -> {
            List<Builder.Option> options = record.subject().fields().values().stream()
                    .filter(field -> !hidden.contains(record.subject().name() + "." + field.name()))
                    .map(field -> new Builder.Option(path + field.name(), record.label(field.label())))
                    .toList();
            groups.add(new Builder.Options(record.name(), options));
            Collection<String> names = terms.names(record.subject().name());
            names.stream().sorted().forEach(name -> agreed.add(term(path, record, name)));
        });
        if (!agreed.isEmpty()) groups.add(new Builder.Options(Word.of("rules.build.terms"), agreed));
        return groups;
    }

    private static Builder.Option term(String path, Reached record, String name) {
        return new Builder.Option(path + "is(" + name + ")", record.label(Wording.say("text", name)));
    }

    /** A record one gets to, and how it is named; the subject's own members go without its name. */
    private record Reached(Subject subject, Word name, boolean own) {
        Word label(Word member) {
            return own ? member : Word.of("rules.build.member", name, member);
        }
    }

    private static Map<String, Reached> records(Subjects subjects, Subject about, int hops) {
        Map<String, Reached> records = new LinkedHashMap<>();
        records.put("", new Reached(about, about.label(), true));
        reach(subjects, "", about, hops, records);
        return records;
    }

    private static void reach(Subjects subjects, String path, Subject from, int hops, Map<String, Reached> records) {
        for (Relation relation : from.relations().values()) {
            if (relation.many() || hops == 0) continue;
            Subject target = subjects.get(relation.target());
            String there = path + relation.name() + ".";
            records.put(there, new Reached(target, relation.label(), false));
            reach(subjects, there, target, hops - 1, records);
        }
    }
}
