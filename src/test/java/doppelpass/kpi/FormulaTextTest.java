package doppelpass.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTextTest {

    @Test
    void aCountKeepsItsFilterAndItsFirst() {
        assertThat(FormulaText.parse(
                        "{\"count\":\"leads.entries\",\"where\":{\"state\":[\"MQL\"]},\"first\":\"lead\"}"))
                .isEqualTo(new Formula.Fold(
                        Formula.How.COUNT,
                        new Formula.Facts("leads.entries", "lead", Map.of("state", List.of("MQL"))),
                        null));
    }

    @Test
    void aFormulaNamesItsMeasuresAndTheKpisItIsBuiltOn() {
        Formula formula = FormulaText.parse(
                "{\"divide\":[{\"lagged\":{\"kpi\":\"K05\"},\"by\":\"K28\"},{\"count\":\"deals.events\"}]}");
        assertThat(formula.references()).containsExactlyInAnyOrder("K05", "K28");
        assertThat(formula.measures()).containsExactly("deals.events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cuont\":\"x\"}",
                "{\"count\":\"x\",\"wehre\":{}}",
                "{\"count\":\"x\",\"value\":\"amount\"}",
                "{\"sum\":\"x\"}",
                "{\"share\":[{\"count\":\"x\"}]}",
                "{\"count\":7}",
                "nonsense"
            })
    void whatIsNotAFormulaIsRefused(String text) {
        assertThatThrownBy(() -> FormulaText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyStartDefinitionReadsAndReferencesOnlyOthers() {
        List<Kpi.Row> rows = StartDefinitions.read(LocalDate.of(2026, 1, 1));
        List<String> codes = rows.stream().map(Kpi.Row::code).toList();
        assertThat(codes).doesNotHaveDuplicates();
        for (Kpi.Row row : rows)
            assertThat(codes).containsAll(new Kpi(row).formula().references());
    }
}
