package doppelpass.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One check of one rule text with all terms it uses: what it has met so far. */
final class Check {
    final Subjects subjects;
    final ZoneId zone;
    final List<Problem> warnings = new ArrayList<>();
    final Set<String> reads = new TreeSet<>();
    final Set<String> reaches = new TreeSet<>();
    final Set<String> termsUsed = new LinkedHashSet<>();
    boolean dependsOnTime;

    private final Terms terms;
    private final Deque<String> openTerms = new ArrayDeque<>();
    private int outerTerms;
    private int slots;
    private int nodes;

    Check(Subjects subjects, Terms terms, ZoneId zone) {
        this.subjects = subjects;
        this.terms = terms;
        this.zone = zone;
    }

    /** Checks a text; what defines a term must not use that term. */
    Checked run(String text, Subject subject, String definedTerm) {
        if (!definedTerm.isEmpty()) openTerms.addLast(subject.name() + ":" + definedTerm);
        outerTerms = openTerms.size();
        Variable root = variable(subject);
        Draft draft = read(text, subject, root);
        return draft.problems().isEmpty()
                ? new Rule(text, new Body(subject, root, draft.parts(), slots), this)
                : new Refused(draft.problems());
    }

    /** What came out of one text: parts without problems, or problems. */
    record Draft(List<Body.Part> parts, List<Problem> problems) {}

    private Draft read(String text, Subject subject, Variable root) {
        List<Problem> problems = new ArrayList<>();
        Optional<Reader> reader = reader(text, subject, root, problems);
        return reader.isEmpty() ? new Draft(List.of(), problems) : reader.get().read();
    }

    private Optional<Reader> reader(String text, Subject subject, Variable root, List<Problem> problems) {
        Place place = new Place(text);
        if (text.isBlank()) {
            problems.add(place.problem(0, null, "rules.empty"));
        } else if (text.length() > Limits.TEXT_CHARS) {
            problems.add(place.problem(Limits.TEXT_CHARS, null, "rules.too_long", Limits.TEXT_CHARS, text.length()));
        } else {
            CelCompiler compiler = Language.compiler(subject, subjects);
            CelValidationResult result = compiler.compile(text);
            if (!result.hasError()) return Optional.of(new Reader(this, tree(result), place, root));
            problems.addAll(new Issues(place, subject, subjects, compiler).problems(result.getErrors()));
        }
        return Optional.empty();
    }

    /** Checks a text that gives a value of a type that fields have, at all times the same. */
    Valued value(String text, Subject subject) {
        Variable root = variable(subject);
        List<Problem> problems = new ArrayList<>();
        Optional<Reader> reader = reader(text, subject, root, problems);
        Optional<Value> value = reader.flatMap(known -> known.readValue(problems));
        Place place = new Place(text);
        value.filter(v -> Expression.type(v.kind()) == FieldType.TIMESTAMP)
                .ifPresent(v -> problems.add(place.problem(0, null, "rules.value_kind")));
        if (dependsOnTime) problems.add(place.problem(0, null, "rules.value_time"));
        return value.isPresent() && problems.isEmpty()
                ? new Expression(root, value.get(), slots, reads)
                : new Refused(problems);
    }

    /** Reads the rule of a term about the record at the path. */
    Truth term(String name, Path path, Reader reader, int offset) {
        Subject subject = path.subject();
        String id = subject.name() + ":" + name;
        if (openTerms.contains(id)) throw reader.refusal(offset, "rules.term_cycle", chain(id));
        if (openTerms.size() >= Limits.TERM_DEPTH) throw reader.refusal(offset, "rules.too_deep", Limits.TERM_DEPTH);
        String text = terms.rule(subject.name(), name).orElseThrow(() -> unknown(name, subject, reader, offset));
        openTerms.addLast(id);
        Variable inner = variable(subject);
        Draft draft = read(text, subject, inner);
        openTerms.removeLast();
        if (!draft.problems().isEmpty()) throw broken(name, draft.problems().getFirst(), reader, offset);
        termsUsed.add(id);
        return new Truth.Term(name, path, inner, Body.whole(draft.parts()));
    }

    Variable variable(Subject subject) {
        return new Variable(slots++, subject);
    }

    Variable textVariable() {
        return new Variable(slots++, null);
    }

    /** Counts a node of the tree; false when there are too many. */
    boolean count() {
        return ++nodes <= Limits.NODES;
    }

    boolean insideTerm() {
        return openTerms.size() > outerTerms;
    }

    private Refusal unknown(String name, Subject subject, Reader reader, int offset) {
        String meant = Nearest.to(name, terms.names(subject.name())).orElse(null);
        return new Refusal(reader.suggest(offset, meant, "rules.unknown_term", name, subject.label()), false);
    }

    private Refusal broken(String name, Problem problem, Reader reader, int offset) {
        boolean own = problem.messageKey().startsWith("rules.term_")
                || problem.messageKey().startsWith("rules.too_");
        if (own) return new Refusal(reader.problem(offset, problem.messageKey(), problem.getArguments()), false);
        return reader.refusal(offset, "rules.term_broken", name, problem);
    }

    private String chain(String id) {
        List<String> names = new ArrayList<>(openTerms);
        names.add(id);
        return String.join(
                " → ",
                names.stream()
                        .map(name -> name.substring(name.indexOf(':') + 1))
                        .toList());
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
