package doppelpass.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.console.Arguments;
import doppelpass.console.Refused;
import doppelpass.testing.DoppelpassTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@DoppelpassTest
class BenchTest {
    private final ApplicationContext product;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    BenchTest(ApplicationContext product) {
        this.product = product;
    }

    @Test
    void bothSidesOfEveryBenchmarkAgreeAndTheTableIsPrinted() {
        Report report = bench("--rows", "600").run();
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(report.results()).hasSize(33).allSatisfy(result -> {
            // the matcher runs once: a second round finds nothing left to compare; a bulk edit takes minutes
            boolean once =
                    result.name().startsWith("duplicates") || result.name().startsWith("bulk");
            int rounds = once ? 1 : Race.ROUNDS;
            assertThat(result.times().ours()).hasSize(rounds).allMatch(seconds -> seconds > 0);
            assertThat(text).contains(result.cells());
            assertThat(report.page()).contains(String.join(" | ", result.cells()));
        });
        assertThat(text).contains("import of 600 contacts", "PostgreSQL 18", "600 contacts: heap after collections");
    }

    @Test
    void anUnknownBenchmarkIsRefusedByName() {
        assertThatThrownBy(() -> bench("--only", "coffee"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(
                        "import, refill, list, export, rule, scoreboard, search, reach, duplicates, api, bulk");
    }

    @Test
    void sidesThatAnswerDifferentlyFailTheBench() {
        assertThatThrownBy(() -> Race.once().run("leads", () -> () -> List.of(1L, 2L), () -> () -> List.of(2L, 1L)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("leads: both sides must agree");
    }

    @Test
    void speedsMustReachTheirBudgetAndTimesMustStayBelow() {
        Race.Times times = new Race.Times(List.of(4d, 3d, 5d), List.of(1d, 1d, 1d), List.of(4d, 3d, 5d));
        assertThat(new Result("import", 100, times, Result.Budget.ratio(0.25)).met())
                .isTrue();
        assertThat(new Result("import", 100, times, Result.Budget.ratio(0.26)).met())
                .isFalse();
        assertThat(new Result("list", 0, times, Result.Budget.ratio(4)).met()).isTrue();
        assertThat(new Result("list", 0, times, Result.Budget.ratio(3.9)).met()).isFalse();
        assertThat(new Result("page", 0, times, Result.Budget.p95(4_999)).met()).isFalse();
        assertThat(new Result("import", 100, times, Result.Budget.ratio(0.25)).cells())
                .containsExactly("import", "25 rows/s", "100 rows/s", "0.25", "0.20 – 0.33", "", "≥ 0.25", "met");
    }

    @Test
    void aListMayTakeATenthOfAPageLongerThanSqlByHand() {
        assertThat(list(0.0051, 0.0002).met()).isTrue();
        assertThat(list(0.0053, 0.0002).met()).isFalse();
        assertThat(list(0.012, 0.006).met()).isTrue();
        assertThat(list(0.0121, 0.006).met()).isFalse();
        assertThat(list(0.051, 0.026).met()).as("slower than a page may be").isFalse();
        assertThat(list(0.0051, 0.0002).cells()).contains("≤ 2.0 or + 5 ms, p95 ≤ 50 ms");
    }

    @Test
    void whoeverSeesAPartFindsSomethingInTimeEveryOtherCallAndNearlyAlwaysInTwiceThat() {
        assertThat(search(0.049, 0.049, 0.099).met()).isTrue();
        assertThat(search(0.051, 0.051, 0.052).met()).isFalse();
        assertThat(search(0.049, 0.049, 0.101).met()).isFalse();
        assertThat(search(0.049, 0.049, 0.049).cells()).contains("p50 ≤ 50 ms, p95 ≤ 100 ms");
    }

    private static Result search(Double... ours) {
        return new Result(
                "search", 0, new Race.Times(List.of(ours), List.of(ours), List.of(ours)), Result.Budget.median(50));
    }

    private static Result list(double ours, double bare) {
        Race.Times times = new Race.Times(List.of(ours), List.of(bare), List.of(ours));
        return new Result("list", 0, times, Result.Budget.list());
    }

    private Bench bench(String... typed) {
        return new Bench(
                product, Arguments.parse(List.of(typed)), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
