package doppelpass.kpi;

import static doppelpass.kpi.SomeFacts.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.console.Arguments;
import doppelpass.console.Refused;
import doppelpass.testing.DoppelpassTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DoppelpassTest
class FiguresCommandTest {
    private final FiguresCommand command;
    private final SomeFacts facts;

    FiguresCommandTest(FiguresCommand command, SomeFacts facts) {
        this.command = command;
        this.facts = facts;
    }

    @BeforeEach
    void twoWinsAndALoss() {
        facts.clear();
        long mail = facts.campaign("Spring mailing", "Email");
        facts.event(facts.deal(at("2021-04-01"), 0, "Web", mail, null), "won", 2_270_000, at("2021-04-15"));
        facts.event(facts.deal(at("2021-04-01"), 0, "", null, null), "won", 150, at("2021-05-15"));
        facts.event(facts.deal(at("2021-04-01"), 0, "Web", null, null), "lost", 99, at("2021-05-16"));
        facts.cost("marketing", 100_000, "2021-04-25", "2021-05-04", mail);
    }

    @Test
    void jsonHasMoneyInMajorUnitsAndSharesInPercent() {
        List<JsonNode> rows = json("--from", "2021-04", "--to", "2021-05", "--kpi", "K03,K05,K25,K36", "--json");
        assertThat(rows.getFirst().toString())
                .isEqualTo(
                        "{\"key\":\"K03\",\"from\":\"2021-04\",\"to\":\"2021-05\",\"value\":22701.5,\"unit\":\"EUR\",\"n\":2}");
        assertThat(rows.get(1).get("value").toString()).isEqualTo("1000");
        assertThat(rows.get(2).get("value").toString()).isEqualTo("66.6667");
        assertThat(rows.get(2).get("unit").stringValue()).isEqualTo("%");
        assertThat(rows.get(3).get("value").isNull())
                .as("undefined is null, not 0")
                .isTrue();
    }

    @Test
    void withoutAKpiAllAreListed() {
        assertThat(json("--from", "2021-04", "--to", "2021-04", "--json")).hasSize(57);
    }

    @Test
    void byMonthCutsThePeriodIntoMonths() {
        assertThat(json("--from", "2021-04", "--to", "2021-05", "--kpi", "K05", "--by", "month", "--json"))
                .extracting(r -> r.get("group").stringValue() + " " + r.get("value"))
                .containsExactly("2021-04 600", "2021-05 400");
    }

    @Test
    void byADimensionNamesTheGroupsAndNullForNone() {
        assertThat(json("--from", "2021-04", "--to", "2021-05", "--kpi", "K03", "--by", "source", "--json"))
                .extracting(r -> r.get("group") + " " + r.get("value"))
                .containsExactly("\"Web\" 22700", "null 1.5");
    }

    @Test
    void nothingWasKnownBeforeItWasRecorded() {
        assertThat(json("--from", "2021-04", "--to", "2021-05", "--kpi", "K03", "--as-known-at", "2021-12-31", "--json")
                        .getFirst()
                        .get("value")
                        .toString())
                .isEqualTo("0");
    }

    @Test
    void theTableSaysWhichKpisLackTheDimension() {
        String text = text("--from", "2021-04", "--to", "2021-05", "--kpi", "K03,K05", "--by", "stage");
        assertThat(text).contains("K03").contains("Nothing to show for: K05 by stage");
    }

    @Test
    void mistakesAreRefusedWithARemedy() {
        assertThatThrownBy(() -> text("--from", "2021", "--to", "2021-05"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2021-04");
        assertThatThrownBy(() -> text("--from", "2021-06", "--to", "2021-05")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> text("--from", "2021-05", "--to", "2021-05", "--kpi", "K99"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("K99");
        assertThatThrownBy(() -> text("--from", "2021-05", "--to", "2021-05", "--by", "moon"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("campaign-type");
    }

    private List<JsonNode> json(String... typed) {
        List<JsonNode> rows = new ArrayList<>();
        JsonMapper.builder().build().readTree(text(typed)).forEach(rows::add);
        return rows;
    }

    private String text(String... typed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.run(Arguments.parse(List.of(typed)), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
