package doppelpass.rules;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what the CEL library reports into problems people understand. */
final class Issues {
    private static final Pattern FIELD = Pattern.compile("undefined field '(.*)'");
    private static final Pattern NAME = Pattern.compile("undeclared reference to '(.*?)'.*");
    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (.*)");
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '(.*?)' applied to '(.*)' \\(candidates.*");
    private static final Pattern SELECTION = Pattern.compile("type '(.*)' does not support field selection");
    private static final Pattern RANGE = Pattern.compile("expression of type '(.*)' cannot be range .*");
    private static final Map<String, String> USAGE = Map.ofEntries(
            Map.entry("size", "size(lead.touchpoints)"),
            Map.entry("startsWith", "lead.name.startsWith(\"A\")"),
            Map.entry("endsWith", "lead.name.endsWith(\"AG\")"),
            Map.entry("contains", "lead.name.contains(\"GmbH\")"),
            Map.entry("matches", "lead.name.matches(\"^[A-Z]+$\")"),
            Map.entry("lowerAscii", "lead.name.lowerAscii()"),
            Map.entry("is", "lead.is(\"mql\")"),
            Map.entry("term", "term(\"mql\")"),
            Map.entry("days", "days(30)"),
            Map.entry("hours", "hours(48)"),
            Map.entry("duration", "duration(\"36h\")"),
            Map.entry("timestamp", "timestamp(\"2026-01-31T12:00:00Z\")"),
            Map.entry("date", "date(\"2026-01-31\")"),
            Map.entry("exists", "lead.touchpoints.exists(t, t.kind == \"call\")"),
            Map.entry("all", "lead.touchpoints.all(t, t.kind == \"call\")"),
            Map.entry("exists_one", "lead.touchpoints.exists_one(t, t.kind == \"call\")"),
            Map.entry("filter", "lead.touchpoints.filter(t, t.kind == \"call\").size()"),
            Map.entry("has", "has(lead.source)"));

    private final Place place;
    private final Subject subject;
    private final SubjectTypes types;

    Issues(Place place, Subject subject, SubjectTypes types) {
        this.place = place;
        this.subject = subject;
        this.types = types;
    }

    List<Problem> problems(List<CelIssue> issues) {
        boolean checked = issues.stream().allMatch(issue -> issue.getExprId() > 0);
        List<CelIssue> told = checked ? issues : issues.subList(0, 1);
        return told.stream().limit(Limits.PROBLEMS).map(this::problem).toList();
    }

    private Problem problem(CelIssue issue) {
        int offset = place.offset(
                issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn());
        String message = issue.getMessage();
        Matcher field = FIELD.matcher(message);
        if (field.matches()) return unknownField(field.group(1), offset);
        Matcher name = NAME.matcher(message);
        if (name.matches()) return unknownName(name.group(1), offset);
        Matcher reserved = RESERVED.matcher(message);
        if (reserved.matches()) return place.problem(offset, null, "rules.unknown_name", reserved.group(1));
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) return mismatch(overload.group(1), overload.group(2), offset);
        Matcher selection = SELECTION.matcher(message);
        if (selection.matches()) return noFields(selection.group(1), offset);
        Matcher range = RANGE.matcher(message);
        if (range.matches()) return place.problem(offset, null, "rules.not_a_list", type(range.group(1)));
        return new SyntaxIssue(place).problem(message, offset);
    }

    private Problem unknownField(String name, int offset) {
        Subject owner = types.withoutField(name).orElse(subject);
        List<String> members = new ArrayList<>(owner.fields().keySet());
        members.addAll(owner.relations().keySet());
        String meant = Nearest.to(name, members).orElse(null);
        return place.problem(place.of(name, offset), meant, "rules.unknown_field", owner.label(), name);
    }

    private Problem unknownName(String name, int offset) {
        if (place.startsAt(offset, "(")) return unknownFunction(name, offset);
        if (subject.fields().containsKey(name) || subject.relations().containsKey(name))
            return place.problem(offset, subject.name() + "." + name, "rules.unknown_name", name);
        String meant = Nearest.to(name, List.of(subject.name(), "now", "today")).orElse(null);
        return place.problem(offset, meant, "rules.unknown_name", name);
    }

    private Problem unknownFunction(String name, int offset) {
        int start = Math.max(0, place.text().lastIndexOf(name, offset));
        if (USAGE.containsKey(name)) return place.problem(start, null, "rules.wrong_arguments", name, USAGE.get(name));
        return place.problem(start, Nearest.to(name, Language.FUNCTIONS).orElse(null), "rules.unknown_function", name);
    }

    private Problem noFields(String typeName, int offset) {
        String key = typeName.startsWith("list(") ? "rules.list_has_no_fields" : "rules.no_fields";
        return place.problem(offset, null, key, type(typeName));
    }

    private Problem mismatch(String function, String applied, int offset) {
        List<String> operands = operands(applied);
        if (operands.contains("null")) return place.problem(offset, null, "rules.null_comparison");
        if (operands.contains("date") && operands.contains("google.protobuf.Timestamp"))
            return place.problem(offset, null, "rules.day_and_time");
        if (USAGE.containsKey(function))
            return place.problem(
                    Math.max(0, place.text().lastIndexOf(function, offset)),
                    null,
                    "rules.wrong_arguments",
                    function,
                    USAGE.get(function));
        String symbol = function.replace("_", "").replace("@", "");
        if (symbol.equals("?:"))
            return place.problem(offset, null, "rules.branches", type(operands.get(1)), type(operands.getLast()));
        if (operands.size() == 1)
            return place.problem(offset, null, "rules.mismatch_one", symbol, type(operands.getFirst()));
        return place.problem(
                offset, null, "rules.mismatch", symbol, type(operands.getFirst()), type(operands.getLast()));
    }

    private Word type(String name) {
        Optional<Subject> named = types.named(name);
        if (named.isPresent()) return named.get().label();
        if (name.startsWith("list(")) return Word.of("rules.type.list", type(name.substring(5, name.length() - 1)));
        return switch (name) {
            case "string", "int", "double", "bool", "date" -> Word.of("rules.type." + name);
            case "google.protobuf.Timestamp" -> Word.of("rules.type.timestamp");
            case "google.protobuf.Duration" -> Word.of("rules.type.duration");
            default -> Word.of("rules.type.other");
        };
    }

    /** The operand types of {@code (string, list(int))}, or of a call on its target: {@code string.(int)}. */
    private static List<String> operands(String applied) {
        int open = applied.startsWith("(") ? 0 : applied.indexOf(".(") + 1;
        List<String> operands = new ArrayList<>();
        if (open > 1) operands.add(applied.substring(0, open - 1));
        int depth = 0;
        int start = open + 1;
        for (int i = open + 1; i < applied.length(); i++) {
            char c = applied.charAt(i);
            if ((c == ',' || c == ')') && depth == 0) {
                if (i > start) operands.add(applied.substring(start, i).strip());
                start = i + 1;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return operands;
    }
}
