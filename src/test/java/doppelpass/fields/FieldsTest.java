package doppelpass.fields;

import static doppelpass.fields.SomeFields.form;
import static doppelpass.fields.SomeFields.formula;
import static doppelpass.fields.SomeFields.quick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class FieldsTest {
    private final Definitions definitions;
    private final Fields fields;
    private final Indexes indexes;
    private final Companies companies;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;
    private long kern;

    FieldsTest(
            Definitions definitions,
            Fields fields,
            Indexes indexes,
            Companies companies,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.definitions = definitions;
        this.fields = fields;
        this.indexes = indexes;
        this.companies = companies;
        this.queue = queue;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        kern = companies.add(CompanyDetails.of("Kern GmbH"));
    }

    @Test
    void everyTypeIsReadAsGermansAndOthersTypeItAndKeptWithItsType() {
        for (ValueType type : ValueType.values())
            if (type != ValueType.FORMULA) definitions.add(form("company", type, "", type.code()));
        write("text", " Halle 3 ", "number", "1.234,5", "money", "1.234,50 €", "date", "31.05.2026", "choice", "grün");
        write("choices", "Rot; blue", "flag", "ja", "link", "Kern GmbH #" + kern);
        assertThat(values())
                .containsEntry("x_text", "Halle 3")
                .containsEntry("x_number", new BigDecimal("1234.5"))
                .containsEntry("x_money", 123_450L)
                .containsEntry("x_date", LocalDate.of(2026, 5, 31))
                .containsEntry("x_choice", "green")
                .containsEntry("x_choices", List.of("red", "blue"))
                .containsEntry("x_flag", true)
                .containsEntry("x_link", kern);
        assertThat(db.fetchValue("select fields ->> 'date' from contacts.company"))
                .isEqualTo("2026-05-31");
        write("text", "", "number", "0,000001", "flag", "no", "choices", "");
        assertThat(values())
                .doesNotContainKey("x_text")
                .containsEntry("x_number", new BigDecimal("0.000001"))
                .containsEntry("x_flag", false)
                .as("what is not named stays")
                .containsEntry("x_money", 123_450L);
        write("number", "-12,5");
        assertThat(values()).containsEntry("x_number", new BigDecimal("-12.5"));
        write("number", "123456789012345.123456");
        assertThat(values()).containsEntry("x_number", new BigDecimal("123456789012345.123456"));
    }

    @Test
    void whatCannotBeIsRefusedInWordsThatNameTheField() {
        for (ValueType type : ValueType.values())
            if (type != ValueType.FORMULA) definitions.add(form("company", type, "Feld " + type.code(), type.code()));
        refused("fields.error.number", () -> write("number", "twelve"));
        refused("fields.error.money", () -> write("money", "a lot"));
        refused("fields.error.date", () -> write("date", "2026-02-30"));
        refused("fields.error.date", () -> write("date", "31.11.2026"));
        refused("fields.error.choice", () -> write("choice", "yellow"));
        refused("fields.error.choice", () -> write("choices", "red, yellow"));
        refused("fields.error.flag", () -> write("flag", "perhaps"));
        refused("fields.error.link", () -> write("link", "somebody"));
        refused("fields.error.noRecord", () -> write("link", "#99"));
        refused("fields.error.long", () -> write("text", "x".repeat(501)));
        refused("fields.error.characters", () -> write("text", "a\nb"));
        refused("fields.error.unknown", () -> write("colour", "red"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> write("number", "twelve"))
                .satisfies(refusal -> assertThat(refusal.text(Locale.GERMAN)).startsWith("Feld number: „twelve“"));
        assertThat(values()).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> fields.write("company", 99, Map.of("x_text", "x")))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("web.error.notFound"));
    }

    @Test
    void aKeyIsMadeOnceAndNeverGivenToAnotherField() {
        CustomField first = definitions.add(form("company", ValueType.TEXT, "Größe in m²", ""));
        assertThat(first.name()).isEqualTo("x_groesse_in_m");
        definitions.change(first.id(), form("company", ValueType.TEXT, "Fläche", "Area"));
        assertThat(definitions.get(first.id()).name()).isEqualTo("x_groesse_in_m");
        definitions.archive(first.id());
        assertThat(definitions
                        .add(form("company", ValueType.NUMBER, "Größe in m²", ""))
                        .name())
                .isEqualTo("x_groesse_in_m_2");
        assertThat(fields.of("company")).extracting(CustomField::name).containsExactly("x_groesse_in_m_2");
        assertThat(definitions.add(form("contact", ValueType.TEXT, "日本", "")).name())
                .isEqualTo("x_field");
    }

    @Test
    void limitsAreSaid() {
        db.execute("insert into fields.field (kind, key, type, label_de, label_en, position)"
                + " select 'lead', 'f' || n, 'text', 'F' || n, 'F' || n, n from generate_series(1, 200) n");
        refused("fields.error.many", () -> definitions.add(form("lead", ValueType.TEXT, "One more", "")));
        refused("fields.error.noLabel", () -> definitions.add(form("deal", ValueType.TEXT, " ", "")));
        refused(
                "fields.error.wordsLong.label",
                () -> definitions.add(form("deal", ValueType.TEXT, "x".repeat(81), "")));
        refused("web.error.notFound", () -> definitions.add(form("person", ValueType.TEXT, "Shoe size", "")));
    }

    @Test
    void anotherTypeIsRefusedWhileValuesDoNotFitAndTakesOverTheOthers() {
        CustomField size = definitions.add(form("company", ValueType.TEXT, "Größe", "Size"));
        long other = companies.add(CompanyDetails.of("Other"));
        write("size", "12,5");
        fields.write("company", other, Map.of("x_size", "large"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> definitions.change(size.id(), form("company", ValueType.NUMBER, "Größe", "Size")))
                .satisfies(refusal -> assertThat(refusal.text(Locale.ENGLISH)).contains("1 values", "“large”"));
        fields.write("company", other, Map.of("x_size", ""));
        definitions.change(size.id(), form("company", ValueType.NUMBER, "Größe", "Size"));
        assertThat(values()).containsEntry("x_size", new BigDecimal("12.5"));
        definitions.change(size.id(), form("company", ValueType.MONEY, "Größe", "Size"));
        assertThat(values()).containsEntry("x_size", 1250L);
        refused(
                "fields.error.unfit",
                () -> definitions.change(size.id(), form("company", ValueType.LINK, "Größe", "Size")));
        CustomField colour = definitions.add(form("company", ValueType.TEXT, "Farbe", "Colour"));
        write("colour", "GRÜN");
        definitions.change(colour.id(), form("company", ValueType.CHOICES, "Farbe", "Colour"));
        assertThat(values()).containsEntry("x_colour", List.of("green"));
        definitions.change(colour.id(), form("company", ValueType.TEXT, "Farbe", "Colour"));
        assertThat(values()).containsEntry("x_colour", "green");
    }

    @Test
    void aFormulaComputesAndSaysWhatIsWrongWithIt() {
        definitions.add(form("company", ValueType.NUMBER, "", "Machines"));
        CustomField doubled = definitions.add(formula("company", "Doubled", "company.x_machines * 2"));
        CustomField more = definitions.add(formula("company", "More", "company.x_doubled + 1"));
        definitions.add(formula("company", "Greeting", "\"An \" + company.name"));
        definitions.add(formula("company", "Big", "company.x_machines > 10.0"));
        write("machines", "7");
        assertThat(shown("x_doubled")).isEqualTo("14");
        assertThat(shown("x_more")).isEqualTo("15");
        assertThat(shown("x_greeting")).isEqualTo("An Kern GmbH");
        assertThat(shown("x_big")).isEqualTo("false");
        refused("fields.error.computed", () -> write("more", "3"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> definitions.add(formula("company", "Wrong", "company.x_machine * 2")))
                .satisfies(r -> assertThat(r.text(Locale.ENGLISH)).contains("line 1, column 9", "x_machine"));
        refused("fields.error.formula", () -> definitions.add(formula("company", "Age", "now - company.created_at")));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> definitions.change(doubled.id(), formula("company", "Doubled", "company.x_more * 2")))
                .satisfies(r -> assertThat(r.text(Locale.ENGLISH)).contains("ring", "Doubled, More"));
        refused(
                "fields.error.needed",
                () -> definitions.change(more.id() - 2, form("company", ValueType.TEXT, "", "Machines")));
        assertThat(shown("x_more")).isEqualTo("15");
    }

    @Test
    void indexesAreMadeAndDroppedInTheBackgroundAndServeFiltersAndSorts() {
        for (ValueType type : ValueType.values())
            if (type != ValueType.FORMULA) definitions.add(quick("company", type, "q " + type.code()));
        CustomField text = fields.of("company").getFirst();
        assertThat(indexes.states(List.of(text))).containsValue(IndexState.WAITING);
        queue.runUntilIdle();
        assertThat(indexes.states(fields.of("company"))).doesNotContainValue(IndexState.WAITING);
        assertThat(ours()).hasSize(3 + 5 * 2 + 1 + 1);
        db.execute("insert into contacts.company (name, created_at, fields)"
                + " select 'C' || n, now(), jsonb_build_object('q_number', n, 'q_text', 't' || n, 'q_link', n % 1000)"
                + " from generate_series(1, 3000) n");
        db.execute("analyze contacts.company");
        String column =
                "(case jsonb_typeof((fields -> 'q_number')) when 'number' then cast((fields -> 'q_number') as numeric) end)";
        assertThat(plan("select id from contacts.company_card order by " + column
                        + " desc nulls last, id desc limit 50"))
                .contains("Index Scan")
                .doesNotContain("Sort");
        assertThat(plan("select id from contacts.company_card where (fields ->> 'q_text') = 't77'"))
                .contains("Index")
                .doesNotContain("Seq Scan");
        CustomField link = fields.of("company").getLast();
        String leads = ValueSql.of(link, DSL.field("fields", JSONB.class), 2).toString();
        assertThat(plan("select id from contacts.company_card where " + leads + " = " + kern))
                .contains("Index")
                .doesNotContain("Seq Scan");
        definitions.archive(text.id());
        queue.runUntilIdle();
        assertThat(ours()).hasSize(5 * 2 + 1 + 1).noneMatch(name -> name.startsWith("x_" + text.id() + "_"));
    }

    private List<String> ours() {
        return db.fetch("select indexname from pg_indexes where schemaname = 'contacts' and indexname ~ '^x_[0-9]+_'")
                .into(String.class);
    }

    private String plan(String sql) {
        return String.join("\n", db.fetch("explain " + sql).into(String.class));
    }

    private String shown(String name) {
        return fields.show("company", kern).stream()
                .filter(value -> value.field().name().equals(name))
                .findFirst()
                .map(value -> value.value() instanceof BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : String.valueOf(value.value()))
                .orElseThrow();
    }

    private Map<String, Object> values() {
        return fields.values("company", List.of(kern)).getOrDefault(kern, Map.of());
    }

    private void write(String... pairs) {
        Map<String, String> typed = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) typed.put("x_" + pairs[i], pairs[i + 1]);
        fields.write("company", kern, typed);
    }

    private static void refused(String key, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
