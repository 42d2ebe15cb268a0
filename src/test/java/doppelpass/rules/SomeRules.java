package doppelpass.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes random rules that are always valid, from everything the subjects offer. */
final class SomeRules {
    static final Map<String, String> TERMS = Map.of(
            "lead:hot", "lead.fit >= 2 && !(lead.hot == false)",
            "lead:deep", "lead.is(\"hot\") || !lead.contact.is(\"reachable\")",
            "contact:reachable", "has(contact.country) && !(contact.opted == false)",
            "touchpoint:strong", "touchpoint.points > 1 || touchpoint.kind in [\"event\", \"web\"]",
            "company:large", "company.employees > 2 || company.contacts.exists(c, c.is(\"reachable\"))");
    static final List<String> TEXTS = List.of(
            "", "event", "Event", "web", "partner", "ä", "Ä%", "_x", "a'b", "q\"q", "back\\s", "😀", "a\nb", "%", "e",
            "\uFFFD");
    private static final List<String> PATTERNS =
            List.of("^e", "t$", "[A-Z]", "e.*t", "^(web|event)$", "\\\\W", ".{3,4}", "^$");

    /** A variable in sight: its name and the subject it stands for. */
    private record Name(String name, String subject) {}

    private record Member(String path, FieldType type) {}

    private final Random random;
    private final Subjects subjects;
    /** Subjects without lists of texts, each with one term of this name. */
    private final @Nullable String plainTerm;

    SomeRules(Random random, Subjects subjects) {
        this(random, subjects, null);
    }

    SomeRules(Random random, Subjects subjects, @Nullable String plainTerm) {
        this.random = random;
        this.subjects = subjects;
        this.plainTerm = plainTerm;
    }

    String about(String subject) {
        return condition(List.of(new Name(subject, subject)), 3);
    }

    private String condition(List<Name> names, int depth) {
        if (depth <= 0 || random.nextInt(5) == 0) return leaf(names);
        Supplier<String> part = () -> condition(names, depth - 1);
        return switch (random.nextInt(9)) {
            case 0, 1 -> "(" + part.get() + " && " + part.get() + ")";
            case 2, 3 -> "(" + part.get() + " || " + part.get() + ")";
            case 4, 5 -> "!(" + part.get() + ")";
            case 6 -> "(" + part.get() + " ? " + part.get() + " : " + part.get() + ")";
            case 7 -> "(" + part.get() + ") == (" + part.get() + ")";
            default -> quantified(names, depth);
        };
    }

    private String quantified(List<Name> names, int depth) {
        if (names.size() > Limits.NESTED_LISTS) return leaf(names);
        String macro = one("exists", "exists", "all", "exists_one");
        return searched(names, depth, list -> list + "." + macro);
    }

    private String count(List<Name> names, int depth) {
        if (names.size() > Limits.NESTED_LISTS || depth <= 0)
            return names.getFirst().name() + ".touchpoints.size()";
        return searched(names, depth, list -> list + ".filter") + ".size()";
    }

    private String searched(List<Name> names, int depth, Function<String, String> macro) {
        Name about = any(names);
        List<Name> lists = relatedLists(about);
        String variable = "v" + names.size();
        if (lists.isEmpty() && plainTerm != null) return leaf(names);
        if (lists.isEmpty() || plainTerm == null && random.nextInt(4) == 0) {
            String texts = textList(names);
            String test = variable + one(" == ", " != ", " < ") + text(names, 0);
            return macro.apply(texts) + "(" + variable + ", " + test + ")";
        }
        Name list = any(lists);
        List<Name> inner = new ArrayList<>(names);
        inner.addFirst(new Name(variable, list.subject()));
        return macro.apply(list.name()) + "(" + variable + ", " + condition(inner, depth - 1) + ")";
    }

    private String leaf(List<Name> names) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> number(names, 1) + comparison() + number(names, 1);
            case 3, 4 -> text(names, 1) + comparison() + text(names, 1);
            case 5, 6 -> time(names, 1) + comparison() + time(names, 1);
            case 7 -> day(names, 1) + comparison() + day(names, 1);
            case 8 -> span(names) + comparison() + span(names);
            case 9 -> text(names, 0) + " in [" + text(names, 0) + ", " + text(names, 0) + "]";
            case 10 -> text(names, 0) + " in " + (plainTerm == null ? textList(names) : "[\"web\"]");
            case 11 -> text(names, 1) + one(".startsWith(", ".endsWith(", ".contains(") + text(names, 0) + ")";
            case 12 -> text(names, 1) + ".matches(\"" + any(PATTERNS) + "\")";
            case 13 -> "has(" + anyMember(names) + ")";
            case 14 -> term(names);
            default -> bool(names);
        };
    }

    private String term(List<Name> names) {
        Name about = any(names);
        if (plainTerm != null) return any(records(about, 3)).name() + ".is(\"" + plainTerm + "\")";
        return switch (about.subject()) {
            case "lead" ->
                one(
                        "lead.is(\"hot\")",
                        "term(\"deep\")",
                        "lead.contact.is(\"reachable\")",
                        "lead.contact.company.is(\"large\")");
            case "contact" -> about.name() + one(".is(\"reachable\")", ".company.is(\"large\")");
            case "touchpoint" -> about.name() + ".is(\"strong\")";
            case "company" -> about.name() + ".is(\"large\")";
            default -> "true";
        };
    }

    private String bool(List<Name> names) {
        String field = member(names, FieldType.BOOL, "true");
        return one(field, "!" + field, field + " == false", field + " != true", field + " in [true]");
    }

    private String number(List<Name> names, int depth) {
        return random.nextBoolean() ? whole(names, depth) : decimal(names, depth);
    }

    private String whole(List<Name> names, int depth) {
        String literal = String.valueOf(random.nextInt(8) - 3);
        if (depth <= 0) return random.nextBoolean() ? literal : member(names, FieldType.INT, literal);
        return switch (random.nextInt(9)) {
            case 0 -> literal;
            case 1, 2, 3 -> member(names, FieldType.INT, literal);
            case 4, 5 ->
                "(" + whole(names, depth - 1) + one(" + ", " - ", " * ", " / ", " % ") + whole(names, depth - 1) + ")";
            case 6 -> "size(" + text(names, 0) + ")";
            case 7 ->
                random.nextBoolean() && names.getLast().name().equals("lead") && names.size() == 1
                        ? count(names, 1)
                        : plainTerm == null ? textList(names) + ".size()" : literal;
            default -> "(" + leaf(names) + " ? " + whole(names, 0) + " : " + whole(names, 0) + ")";
        };
    }

    private String decimal(List<Name> names, int depth) {
        String literal = one("0.5", "1.25", "-2.0", "3.333", "0.0");
        if (depth <= 0) return random.nextBoolean() ? literal : member(names, FieldType.DECIMAL, literal);
        return switch (random.nextInt(5)) {
            case 0 -> literal;
            case 1, 2 -> member(names, FieldType.DECIMAL, literal);
            case 3 -> "(" + decimal(names, 0) + one(" + ", " - ", " * ", " / ") + number(names, 0) + ")";
            default -> "(-" + "(" + decimal(names, 0) + "))";
        };
    }

    private String text(List<Name> names, int depth) {
        String literal = quoted(any(TEXTS));
        if (depth <= 0) return random.nextBoolean() ? literal : member(names, FieldType.STRING, literal);
        return switch (random.nextInt(6)) {
            case 0 -> literal;
            case 1, 2 -> member(names, FieldType.STRING, literal);
            case 3 -> "(" + text(names, 0) + " + " + text(names, 0) + ")";
            case 4 -> text(names, 0) + ".lowerAscii()";
            default -> "(" + leaf(names) + " ? " + text(names, 0) + " : " + text(names, 0) + ")";
        };
    }

    private String time(List<Name> names, int depth) {
        String literal =
                one("now", "timestamp(\"2026-06-15T12:00:00.5+02:00\")", "timestamp(\"2026-03-29T01:00:00Z\")");
        if (depth <= 0) return random.nextInt(3) == 0 ? literal : member(names, FieldType.TIMESTAMP, literal);
        return switch (random.nextInt(4)) {
            case 0 -> literal;
            case 1 -> time(names, 0);
            default -> "(" + time(names, 0) + one(" + ", " - ") + fixedSpan() + ")";
        };
    }

    private String day(List<Name> names, int depth) {
        if (depth <= 0)
            return random.nextInt(3) == 0
                    ? one("today", "date(\"2026-06-14\")")
                    : member(names, FieldType.DATE, "today");
        return switch (random.nextInt(4)) {
            case 0 -> day(names, 0) + one(" + ", " - ") + "days(" + random.nextInt(4) + ")";
            case 1 -> "date(" + time(names, 1) + ")";
            default -> day(names, 0);
        };
    }

    private String span(List<Name> names) {
        return switch (random.nextInt(3)) {
            case 0 -> fixedSpan();
            case 1 -> "(" + time(names, 1) + " - " + time(names, 1) + ")";
            default -> "(" + day(names, 0) + " - (" + day(names, 1) + "))";
        };
    }

    private String fixedSpan() {
        return one(
                "days(1)",
                "days(-30)",
                "hours(26)",
                "duration(\"90d\")",
                "duration(\"1h0.000001s\")",
                "duration(\"-3m5ms\")");
    }

    private String comparison() {
        return one(" == ", " != ", " < ", " <= ", " > ", " >= ");
    }

    private String textList(List<Name> names) {
        return member(
                names, FieldType.LIST_OF_STRING, names.getFirst().name().equals("lead") ? "lead.tags" : "lead.codes");
    }

    private String member(List<Name> names, FieldType type, String otherwise) {
        Name about = any(names);
        List<String> paths = members(about.name(), subjects.get(about.subject()), 3).stream()
                .filter(member -> member.type() == type)
                .map(Member::path)
                .toList();
        return paths.isEmpty() ? otherwise : any(paths);
    }

    private String anyMember(List<Name> names) {
        Name about = any(names);
        List<String> paths = new ArrayList<>(members(about.name(), subjects.get(about.subject()), 3).stream()
                .map(Member::path)
                .toList());
        subjects.get(about.subject())
                .relations()
                .keySet()
                .forEach(relation -> paths.add(about.name() + "." + relation));
        return any(paths);
    }

    /** All fields that can be reached from a record over single relations. */
    private List<Member> members(String path, Subject subject, int hops) {
        List<Member> members = new ArrayList<>();
        subject.fields().values().forEach(field -> members.add(new Member(path + "." + field.name(), field.type())));
        for (Relation relation : subject.relations().values())
            if (!relation.many() && hops > 1)
                members.addAll(members(path + "." + relation.name(), subjects.get(relation.target()), hops - 1));
        return members;
    }

    /** The record and those that can be reached from it over single relations. */
    private List<Name> records(Name about, int hops) {
        List<Name> records = new ArrayList<>(List.of(about));
        for (Relation relation : subjects.get(about.subject()).relations().values())
            if (!relation.many() && hops > 1)
                records.addAll(records(new Name(about.name() + "." + relation.name(), relation.target()), hops - 1));
        return records;
    }

    private List<Name> relatedLists(Name about) {
        List<Name> lists = new ArrayList<>();
        addLists(about.name(), subjects.get(about.subject()), lists, 3);
        return lists;
    }

    private void addLists(String path, Subject subject, List<Name> lists, int hops) {
        for (Relation relation : subject.relations().values()) {
            String there = path + "." + relation.name();
            if (relation.many()) lists.add(new Name(there, relation.target()));
            else if (hops > 1) addLists(there, subjects.get(relation.target()), lists, hops - 1);
        }
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> quoted.append(
                        c < 127 && Character.isLetterOrDigit(c) ? Character.toString(c) : String.format("\\U%08x", c)));
        return quoted.append('"').toString();
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
