package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The CEL library's own interpreter as an oracle: where nothing is missing and a rule uses only what plain CEL has, our
 * answer is the library's. Left out is U+FFFD: the library orders it before pairs of surrogates, against the code points.
 */
class MemoryEqualsCelTest {
    private static final int TEXTS = 6_000;
    /** In a plain map, has() asks for the key, and an empty list has one; the library's -0.0 is less than 0. */
    private static final List<String> DIFFERENT = List.of("has(", "(-(", "0.0");

    private final Subjects subjects = SomeSubjects.rules().subjects();
    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(new SubjectTypes(subjects))
            .addVar("lead", SubjectTypes.of(subjects.get("lead")))
            .addVar("now", SimpleType.TIMESTAMP)
            .build();
    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .build())
            .build();

    @Test
    void whereNothingIsMissingRulesMeanWhatCelMeans() throws Exception {
        long seed = Long.getLong("rules.seed", System.nanoTime());
        Random random = new Random(seed);
        SomeRecords records = new SomeRandomRecords(random, true).make(12);
        records.link();
        SomeRules some = new SomeRules(random, subjects);
        int compared = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = some.about("lead").replace("\\U0000fffd", "z");
            CelValidationResult plain = compiler.compile(text);
            if (!plain.hasError() && DIFFERENT.stream().noneMatch(text::contains))
                compared += compare(text, plain.getAst(), records, "seed " + seed + ": " + text);
        }
        assertThat(compared).as("comparisons, seed %d", seed).isGreaterThan(5_000);
    }

    private int compare(String text, CelAbstractSyntaxTree ast, SomeRecords records, String what)
            throws CelEvaluationException, CelValidationException {
        CelRuntime.Program program = runtime.createProgram(ast);
        Rule rule = SomeSubjects.rule(text);
        int compared = 0;
        for (Map<String, @Nullable Object> lead : records.all("lead").values()) {
            Optional<Boolean> expected = evaluated(program, plain(lead, new IdentityHashMap<>()));
            if (expected.isEmpty()) continue;
            assertThat(rule.test(lead, SomeRandomRecords.NOW)).as(what).isEqualTo(expected.get());
            compared++;
        }
        return compared;
    }

    /** Empty where CEL gives an error, as for a division by zero. */
    private static Optional<Boolean> evaluated(CelRuntime.Program program, Object lead) {
        try {
            return Optional.of((Boolean) program.eval(Map.of("lead", lead, "now", SomeRandomRecords.NOW)));
        } catch (CelEvaluationException error) {
            return Optional.empty();
        }
    }

    /** Values as CEL has them: long, double, list. */
    private static Object plain(Object value, IdentityHashMap<Object, Object> seen) {
        return switch (value) {
            case Integer number -> number.longValue();
            case BigDecimal number -> number.doubleValue();
            case Object[] array -> Arrays.asList(array);
            case List<?> list ->
                list.stream().map(element -> plain(element, seen)).toList();
            case Map<?, ?> map when seen.containsKey(map) -> seen.get(map);
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new HashMap<>();
                seen.put(map, copy);
                map.forEach((name, member) -> copy.put(name, plain(member, seen)));
                yield copy;
            }
            default -> value;
        };
    }
}
