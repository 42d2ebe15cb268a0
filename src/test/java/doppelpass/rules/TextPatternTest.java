package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns mean the same to the database and to the memory. */
class TextPatternTest {
    private static final String[] PIECES = {
        "a", "b", "Z", "9", "ä", "😀", " ", "\\.", "\\\\", "\\[", ".", "[a-c]", "[^a-c]", "[-a]", "[a\\]]", "[^\\d]",
        "\\d", "\\W", "\\s", "^", "$", "|", "(a|b)", "(?:ab)", "(", ")", "*", "+", "?", "{2}", "{1,3}", "{0,}", "_",
        "'", "\n"
    };
    private static final String LETTERS = "abcZ9ä _.\\[]'\n-";

    @Test
    void databaseAndMemoryMatchAlike() {
        long seed = Long.getLong("rules.seed", System.nanoTime());
        Random random = new Random(seed);
        DSLContext dsl = SomeDatabase.with(new SomeRecords());
        int compared = 0;
        for (int i = 0; i < 6_000; i++) {
            StringBuilder written = new StringBuilder();
            for (int j = random.nextInt(5); j >= 0; j--) written.append(PIECES[random.nextInt(PIECES.length)]);
            Optional<TextPattern> pattern = TextPattern.read(written.toString());
            if (pattern.isEmpty()) continue;
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(6); j > 0; j--) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            String what = "seed " + seed + ": " + written + " in " + text;
            Object found = dsl.fetchValue(
                    "select cast(? as text) ~ ?", text.toString(), pattern.get().sql());
            assertThat(pattern.get().foundIn(text.toString())).as(what).isEqualTo(found);
            compared++;
        }
        assertThat(compared).isGreaterThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "[",
                "[]",
                "[^]",
                "a**",
                "*a",
                "^*",
                "a{",
                "a{2",
                "a{3,2}",
                "a{101}",
                "(a{50}){50}",
                "\\1",
                "\\b",
                "\\pL",
                "(?=a)",
                "(?i)a",
                "(?<n>a)",
                "a*?",
                "a++",
                "[[:alpha:]]",
                "[z-a]",
                "\\",
                "***=a",
                "(?",
                "]",
                "}"
            })
    void whatEnginesUnderstandDifferentlyIsRefused(String pattern) {
        assertThat(TextPattern.read(pattern)).isEmpty();
    }

    @Test
    void patternsSearchAndKnowNoLineBreakBehindTheDot() {
        assertThat(TextPattern.read("b.d").orElseThrow().foundIn("abcde")).isTrue();
        assertThat(TextPattern.read("b.d").orElseThrow().foundIn("ab\nde")).isFalse();
        assertThat(TextPattern.read("^b").orElseThrow().foundIn("a\nb")).isFalse();
        assertThat(TextPattern.read("\\w{3}").orElseThrow().foundIn("äöü")).isFalse();
    }
}
