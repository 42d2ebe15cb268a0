package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TeamFunctionTest {
    @Test
    void codesAreThoseOfTheDatabase() {
        assertThat(Stream.of(TeamFunction.values()).map(TeamFunction::code))
                .containsExactly(
                        "marketing",
                        "sales",
                        "service",
                        "leadership",
                        "controlling",
                        "administration",
                        "works_council");
    }

    @Test
    void aCodeReadsBackToItsFunctionAndAnythingElseIsRefused() {
        for (TeamFunction function : TeamFunction.values()) {
            assertThat(TeamFunction.of(function.code())).isEqualTo(function);
        }
        assertThatThrownBy(() -> TeamFunction.of("SALES")).hasMessage("Unknown team function: SALES");
    }
}
