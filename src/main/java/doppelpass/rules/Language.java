package doppelpass.rules;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.DURATION;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;
import static doppelpass.rules.SubjectTypes.DATE;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What CEL means in rules: our variables and functions on top of the standard ones. */
final class Language {
    private static final CelOptions OPTIONS = CelOptions.current()
            .populateMacroCalls(true)
            .maxExpressionCodePointSize(Limits.TEXT_CHARS)
            .maxParseRecursionDepth(2 * Limits.DEPTH)
            .build();
    private static final List<CelFunctionDecl> FIXED = fixedFunctions();

    private Language() {}

    /** A compiler is cheap to build (about 0.1 ms), so there is none to keep up to date. */
    static CelCompiler compiler(Subject subject, Subjects subjects) {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new SubjectTypes(subjects))
                .addVar(subject.name(), SubjectTypes.of(subject))
                .addVar("now", TIMESTAMP)
                .addVar("today", DATE)
                .addFunctionDeclarations(FIXED)
                .addFunctionDeclarations(newFunctionDeclaration("is", isA(subjects)))
                .build();
    }

    private static List<CelOverloadDecl> isA(Subjects subjects) {
        return subjects.all().stream()
                .map(subject -> newMemberOverload("is_" + subject.name(), BOOL, SubjectTypes.of(subject), STRING))
                .toList();
    }

    private static List<CelFunctionDecl> fixedFunctions() {
        List<CelFunctionDecl> functions = new ArrayList<>(List.of(
                newFunctionDeclaration("term", newGlobalOverload("term_text", BOOL, STRING)),
                newFunctionDeclaration("days", newGlobalOverload("days_int", DURATION, INT)),
                newFunctionDeclaration("hours", newGlobalOverload("hours_int", DURATION, INT)),
                newFunctionDeclaration(
                        "date",
                        newGlobalOverload("date_text", DATE, STRING),
                        newGlobalOverload("date_time", DATE, TIMESTAMP)),
                newFunctionDeclaration("lowerAscii", newMemberOverload("lower_ascii", STRING, STRING)),
                newFunctionDeclaration(
                        "@in",
                        newGlobalOverload("in_double_ints", BOOL, DOUBLE, ListType.create(INT)),
                        newGlobalOverload("in_int_doubles", BOOL, INT, ListType.create(DOUBLE)))));
        Stream.of("_==_", "_!=_").forEach(name -> functions.add(newFunctionDeclaration(name, mixed(name, BOOL))));
        Stream.of("_<_", "_<=_", "_>_", "_>=_").forEach(name -> functions.add(ordering(name)));
        Stream.of("_*_", "_/_").forEach(name -> functions.add(newFunctionDeclaration(name, mixed(name, DOUBLE))));
        functions.add(sum("_+_"));
        functions.add(sum("_-_"));
        return functions;
    }

    /** Whole and decimal numbers together, which plain CEL refuses. */
    private static List<CelOverloadDecl> mixed(String name, CelType result) {
        return List.of(
                newGlobalOverload("int_double" + name, result, INT, DOUBLE),
                newGlobalOverload("double_int" + name, result, DOUBLE, INT));
    }

    private static CelFunctionDecl ordering(String name) {
        List<CelOverloadDecl> overloads = new ArrayList<>(mixed(name, BOOL));
        overloads.add(newGlobalOverload("date_date" + name, BOOL, DATE, DATE));
        return newFunctionDeclaration(name, overloads);
    }

    private static CelFunctionDecl sum(String name) {
        List<CelOverloadDecl> overloads = new ArrayList<>(mixed(name, DOUBLE));
        overloads.add(newGlobalOverload("date_duration" + name, DATE, DATE, DURATION));
        if (name.equals("_-_")) overloads.add(newGlobalOverload("date_date" + name, DURATION, DATE, DATE));
        return newFunctionDeclaration(name, overloads);
    }
}
