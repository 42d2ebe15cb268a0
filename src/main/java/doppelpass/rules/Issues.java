package doppelpass.rules;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.compiler.CelCompiler;
import java.util.ArrayList;
import java.util.List;
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
    private final Place place;
    private final Subject subject;
    private final Subjects subjects;
    private final CelCompiler compiler;
    private final Mismatch mismatches;

    Issues(Place place, Subject subject, Subjects subjects, CelCompiler compiler) {
        this.place = place;
        this.subject = subject;
        this.subjects = subjects;
        this.compiler = compiler;
        this.mismatches = new Mismatch(place, subjects);
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
        if (field.matches()) return unknownField(field.group(1), issue.getExprId(), offset);
        Matcher name = NAME.matcher(message);
        if (name.matches()) return unknownName(name.group(1), offset);
        Matcher reserved = RESERVED.matcher(message);
        if (reserved.matches()) return place.problem(offset, null, "rules.unknown_name", reserved.group(1));
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) return mismatches.problem(overload.group(1), overload.group(2), offset);
        Matcher selection = SELECTION.matcher(message);
        if (selection.matches()) return noFields(selection.group(1), offset);
        Matcher range = RANGE.matcher(message);
        if (range.matches()) return place.problem(offset, null, "rules.not_a_list", mismatches.type(range.group(1)));
        return new SyntaxIssue(place).problem(message, offset);
    }

    private Problem unknownField(String name, long selection, int offset) {
        Subject owner = owner(selection).orElse(subject);
        List<String> members = new ArrayList<>(owner.fields().keySet());
        members.addAll(owner.relations().keySet());
        String meant = Nearest.to(name, members).orElse(null);
        return place.problem(place.of(name, offset), meant, "rules.unknown_field", owner.label(), name);
    }

    private Optional<Subject> owner(long selection) {
        try {
            CelExpr parsed = compiler.parse(place.text()).getAst().getExpr();
            return new FieldOwner(subjects, selection).in(parsed, subject);
        } catch (CelValidationException unparsed) {
            return Optional.empty();
        }
    }

    private Problem unknownName(String name, int offset) {
        if (place.startsAt(offset, "(")) return unknownFunction(name, offset);
        if (subject.fields().containsKey(name) || subject.relations().containsKey(name))
            return place.problem(offset, subject.name() + "." + name, "rules.unknown_name", name);
        String meant = Nearest.to(name, List.of(subject.name(), "now", "today")).orElse(null);
        return place.problem(offset, meant, "rules.unknown_name", name);
    }

    private Problem unknownFunction(String name, int offset) {
        Optional<Problem> misused = Usage.problem(place, name, offset);
        if (misused.isPresent()) return misused.get();
        return place.problem(
                place.before(name, offset),
                Nearest.to(name, Usage.FUNCTIONS).orElse(null),
                "rules.unknown_function",
                name);
    }

    private Problem noFields(String typeName, int offset) {
        String key = typeName.startsWith("list(") ? "rules.list_has_no_fields" : "rules.no_fields";
        return place.problem(offset, null, key, mismatches.type(typeName));
    }
}
