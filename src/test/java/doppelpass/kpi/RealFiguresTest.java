package doppelpass.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.core.Period;
import doppelpass.testing.DoppelpassTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The figures of a whole company's export, against sums over its files. The data is not part of the project: the
 * environment variable DOPPELPASS_REAL_DATA names the folder that holds {@code zoho-sample}.
 */
@DoppelpassTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealFiguresTest {
    private static final Period ALL = new Period(LocalDate.of(2010, 1, 1), LocalDate.of(2026, 1, 1));

    private final Kpis kpis;
    private final List<Command> commands;

    RealFiguresTest(Kpis kpis, List<Command> commands) {
        this.kpis = kpis;
        this.commands = commands;
    }

    @BeforeAll
    void theExportIsImported() {
        String real = System.getenv("DOPPELPASS_REAL_DATA");
        Path folder = Path.of(real == null ? "/nowhere" : real, "zoho-sample");
        assumeTrue(Files.isDirectory(folder), "DOPPELPASS_REAL_DATA names no folder with zoho-sample in it");
        run("import", "--preset", "zoho-crm", folder.toString());
    }

    @Test
    void leadsBySourceAreThoseOfTheFile() {
        assertThat(value("K17")).isEqualTo(3_900);
        assertThat(by("K17", "source"))
                .containsEntry("Employee Referral", 449.0)
                .containsEntry("Public Relations", 366.0)
                .hasSize(10);
    }

    @Test
    void dealsByStageAreThoseOfTheFile() {
        assertThat(value("K21")).isEqualTo(3_632);
        assertThat(by("K21", "stage"))
                .containsEntry("Closed Won", 1_425.0)
                .containsEntry("Closed Lost", 485.0)
                .containsEntry("Qualification", 698.0)
                .containsEntry("Negotiation/Review", 64.0);
    }

    @Test
    void theWinRateCountsOnlyDecidedDeals() {
        assertThat(value("K25")).isEqualTo(0.746, within(5e-4));
    }

    @Test
    void bookingsCostAndWhatIsLeftAreExactToTheUnit() {
        assertThat(value("K03") / 100).isEqualTo(89_066_200);
        assertThat(value("K05") / 100).isEqualTo(44_209_580, within(1e-4));
        assertThat(value("K60") / 100).isEqualTo(44_856_620, within(1e-4));
        assertThat(by("K03", "campaign-type"))
                .containsEntry("Public Relations", 1_820_270_000.0)
                .containsEntry("Email", 1_806_140_000.0)
                .containsEntry("Others", 209_530_000.0)
                .hasSize(10);
    }

    @Test
    void withoutAnyCostOfSalesTheMarginIsUndefined() {
        assertThat(value("K02")).isPositive();
        assertThat(value("K04b")).isZero();
        assertThat(value("K04")).isNaN();
    }

    @Test
    void monthsAddUpToTheWholeWhateverTheMonth() {
        List<Period> years =
                IntStream.rangeClosed(2010, 2025).mapToObj(Period::year).toList();
        for (String code : List.of("K03", "K05", "K17", "K22")) {
            double sum = kpis.figures(new Question(List.of(code), years, null, null)).stream()
                    .mapToDouble(f -> SomeFacts.number(f.value()))
                    .sum();
            assertThat(sum).as(code).isEqualTo(value(code), within(1e-2));
        }
    }

    @Test
    void dealsOlderThanTheirLeadShowAsNegativeDaysAndDoNotVanish() {
        Figure time = kpis.figure("K28", ALL).orElseThrow();
        assertThat(time.n()).isEqualTo(1_425);
        assertThat(SomeFacts.number(time.value())).isNotNaN();
    }

    @Test
    void theCommandPrintsThemForMachines() {
        assertThat(run("figures", "--from", "2018-01", "--to", "2021-12", "--kpi", "K03,K60", "--json"))
                .contains("\"value\" : 89066200")
                .contains("\"value\" : 44856620");
    }

    private double value(String code) {
        return SomeFacts.number(kpis.figure(code, ALL).orElseThrow().value());
    }

    private Map<String, Double> by(String code, String dimension) {
        Map<String, Double> groups = new HashMap<>();
        kpis.figures(Question.of(code, ALL).by(dimension))
                .forEach(f -> groups.put(String.valueOf(f.group()), SomeFacts.number(f.value())));
        return groups;
    }

    private String run(String verb, String... typed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Command command =
                commands.stream().filter(c -> c.verb().equals(verb)).findFirst().orElseThrow();
        command.run(Arguments.parse(List.of(typed)), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
