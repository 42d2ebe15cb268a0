package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What rules mean, by hand: each for lead 1, which has everything, lead 2, which has only what it must, and lead 3 with
 * empty lists and a contact without a company.
 */
class RuleSemanticsTest {
    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
    private static final SomeRecords RECORDS = new SomeRecords()
            .with("company", 1, "name", "Huber AG", "employees", 120, "revenue", new BigDecimal("2500000.00"))
            .with(
                    "contact",
                    1,
                    "company_id",
                    1L,
                    "country",
                    "DE",
                    "email",
                    "eva@huber.de",
                    "opted",
                    true,
                    "topics",
                    texts("crm"))
            .with("contact", 2, "email", "x@y.de")
            .with(
                    "lead",
                    1,
                    "contact_id",
                    1L,
                    "fit",
                    70,
                    "intent",
                    7,
                    "budget",
                    new BigDecimal("5000.50"),
                    "price",
                    new BigDecimal("3"),
                    "source",
                    "partner",
                    "name",
                    "Eva Äbler",
                    "hot",
                    true,
                    "open",
                    true,
                    "created_at",
                    Instant.parse("2026-05-16T10:00:00Z"),
                    "touched_at",
                    Instant.parse("2026-06-14T22:30:00Z"),
                    "due",
                    LocalDate.of(2026, 6, 20),
                    "start",
                    LocalDate.of(2026, 6, 1),
                    "tags",
                    texts("vip", "messe"),
                    "codes",
                    texts("A"))
            .with(
                    "lead",
                    2,
                    "fit",
                    40,
                    "price",
                    new BigDecimal("0"),
                    "name",
                    "b",
                    "open",
                    false,
                    "created_at",
                    NOW,
                    "start",
                    LocalDate.of(2026, 6, 15),
                    "codes",
                    texts())
            .with(
                    "lead",
                    3,
                    "contact_id",
                    2L,
                    "fit",
                    60,
                    "price",
                    new BigDecimal("1.5"),
                    "source",
                    "web",
                    "name",
                    "C",
                    "hot",
                    false,
                    "open",
                    true,
                    "created_at",
                    NOW,
                    "start",
                    LocalDate.of(2026, 6, 15),
                    "tags",
                    texts(),
                    "codes",
                    texts("B", null))
            .with(
                    "touchpoint",
                    1,
                    "lead_id",
                    1L,
                    "kind",
                    "demo_request",
                    "channel",
                    "web",
                    "at",
                    Instant.parse("2026-05-01T00:00:00Z"),
                    "points",
                    40,
                    "labels",
                    texts("x"))
            .with("touchpoint", 2, "lead_id", 1L, "kind", "download", "at", Instant.parse("2026-01-01T00:00:00Z"))
            .with(
                    "touchpoint",
                    3,
                    "lead_id",
                    3L,
                    "kind",
                    "download",
                    "at",
                    Instant.parse("2026-06-15T09:59:59.999999Z"))
            .with("deal", 1, "contact_id", 1L, "amount", new BigDecimal("100.10"), "won", true);
    private static DSLContext dsl = SomeDatabase.with(new SomeRecords());

    @BeforeAll
    static void store() {
        dsl = SomeDatabase.with(RECORDS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            1 3   ¦ lead.fit >= 60 && lead.open
            1     ¦ lead.fit >= 60 && lead.touchpoints.exists(t, t.kind == "demo_request" && t.at > now - duration("90d"))
            1 3   ¦ lead.source in ["partner", "event", "web"]
            1     ¦ lead.source in ["partner"]
                  ¦ lead.source in []
            """)
    void examplesFromTheGlossary(String leads, String rule) {
        holdsFor(leads, rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            1     ¦ lead.source == "partner"
            2 3   ¦ !(lead.source == "partner")
            3     ¦ lead.source != "partner"
            1 2   ¦ !(lead.source != "partner")
            1 3   ¦ has(lead.source)
            2     ¦ !has(lead.source)
            1     ¦ lead.hot
            2 3   ¦ !lead.hot
            3     ¦ lead.hot == false
            1 2   ¦ !(lead.hot == false)
            3     ¦ lead.hot != true
            1     ¦ lead.intent + 1 > 0
            2 3   ¦ !(lead.intent + 1 > 0)
            1     ¦ lead.intent > 3 || lead.budget > 3.0
            2     ¦ !(lead.intent > 3) && !(lead.source == "web")
            2 3   ¦ !lead.source.startsWith("p")
            1     ¦ !lead.source.contains("e") || lead.source == "partner" ? lead.hot : lead.intent > 0
            2     ¦ (has(lead.source) ? lead.source : "none") == "none"
            1     ¦ (lead.intent > 3) == (lead.fit > 60) && lead.hot
            2 3   ¦ (lead.intent > 3) == false
            2     ¦ !(lead.source in ["web", "partner"])
            """)
    void whatIsMissingMakesATestFalseAndItsNegationTrue(String leads, String rule) {
        holdsFor(leads, rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            1     ¦ lead.contact.country == "DE"
            2 3   ¦ !(lead.contact.country == "DE")
            1 3   ¦ has(lead.contact)
            1     ¦ has(lead.contact.company)
            1     ¦ lead.contact.company.employees > 100 && lead.contact.company.name == "Huber AG"
            2 3   ¦ !(lead.contact.company.employees > 100 && lead.contact.company.name == "Huber AG")
            2 3   ¦ !(lead.contact.company.employees > 100) && !(lead.contact.opted)
            1     ¦ lead.contact.deals.exists(d, d.won)
            2 3   ¦ lead.contact.deals.all(d, !d.won)
            1     ¦ lead.contact.company.contacts.exists_one(c, c.email == lead.contact.email)
            1 2 3 ¦ lead.contact.email.size() > 0 || !has(lead.contact)
            1     ¦ lead.fit < lead.contact.company.employees
            """)
    void aMissingRelatedRecordHasOnlyMissingFields(String leads, String rule) {
        holdsFor(leads, rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            1     ¦ "vip" in lead.tags
            2 3   ¦ !("vip" in lead.tags)
            2 3   ¦ lead.tags.size() == 0
            2 3   ¦ !has(lead.tags)
            1 3   ¦ has(lead.codes)
            2 3   ¦ lead.tags.all(t, t == "never")
            3     ¦ "B" in lead.codes
            1 2   ¦ !("B" in lead.codes)
            3     ¦ lead.codes.size() == 2
            1 3   ¦ lead.codes.exists(c, !(c == "B"))
            2     ¦ lead.touchpoints.size() == 0
            1     ¦ size(lead.touchpoints) >= 2
            1     ¦ lead.touchpoints.filter(t, t.kind == "download").size() < lead.touchpoints.size()
            1     ¦ lead.touchpoints.exists(t, t.points > 30)
            2 3   ¦ !lead.touchpoints.exists(t, t.points > 30)
            1     ¦ lead.touchpoints.exists_one(t, t.points > 30)
            1 2   ¦ lead.touchpoints.all(t, t.at < now - days(30))
            2     ¦ lead.touchpoints.all(t, has(t.channel))
            1     ¦ lead.touchpoints.filter(t, has(t.channel)).exists(t, t.kind == "demo_request")
            1     ¦ lead.touchpoints.exists(a, lead.touchpoints.exists(b, a.kind != b.kind))
            1     ¦ lead.touchpoints.exists(t, t.labels.exists(l, l == "x" && lead.fit == 70))
            """)
    void missingListsAreEmpty(String leads, String rule) {
        holdsFor(leads, rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            1     ¦ lead.created_at == now - days(30)
            2 3   ¦ lead.created_at > now - days(30)
            2 3   ¦ lead.created_at + days(30) > now
            1     ¦ lead.created_at <= now - duration("720h")
            1     ¦ now - lead.created_at >= days(30)
            2 3   ¦ !(now - lead.created_at >= duration("1s"))
            3     ¦ lead.touchpoints.exists(t, t.at + duration("0.000001s") == now)
            1     ¦ lead.due >= today + days(5)
            1     ¦ lead.due - lead.start == days(19)
            2 3   ¦ lead.start == today
            1     ¦ date(lead.touched_at) == date("2026-06-15")
            1     ¦ lead.created_at < timestamp("2026-05-16T12:00:00.5+02:00")
            """)
    void timesAreExactAndDaysAreTheOrganisations(String leads, String rule) {
        holdsFor(leads, rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            1     ¦ lead.budget == 5000.50
            1     ¦ lead.budget > 5000
            1     ¦ lead.budget * 3 == 15001.5
            1     ¦ 0.1 + 0.2 == 0.3 && lead.hot
            1     ¦ 1 / lead.price == 0.333333333333
            1 3   ¦ lead.fit / lead.price > 0.0
            2     ¦ !(lead.fit / lead.price > 0.0)
            1     ¦ lead.fit / 20 == 3 && lead.fit % 20 == 10
            1 2 3 ¦ -7 / 2 == -3 && -7 % 2 == -1
            1     ¦ lead.intent in [7.0]
            1     ¦ lead.fit * 9000000000000000000 * 9 > 0 && lead.hot
            """)
    void numbersAreExact(String leads, String rule) {
        holdsFor(leads, rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            1     ¦ lead.name.endsWith("Äbler")
            1     ¦ lead.name.size() == 9
            1     ¦ lead.name.lowerAscii() == "eva Äbler"
            1     ¦ lead.source + "-" + lead.name == "partner-Eva Äbler"
            1 3   ¦ lead.name < "b"
            1     ¦ lead.name.matches("^Eva")
            1     ¦ lead.name.matches("[a-z]{4}")
            3     ¦ lead.name.matches("^[A-Z]$")
            1 2 3 ¦ lead.name.contains("")
            """)
    void textsAreComparedByCodePoint(String leads, String rule) {
        holdsFor(leads, rule);
    }

    @Test
    void aRuleCombinesConstantsWithoutARecord() {
        holdsFor("1 2 3", "true");
        holdsFor(null, "1 > 2");
        holdsFor("1 2 3", "1 > 2 || now > timestamp(\"2026-01-01T00:00:00Z\")");
    }

    private static void holdsFor(@org.jspecify.annotations.Nullable String leads, String text) {
        List<Long> expected = new ArrayList<>();
        if (leads != null) for (String lead : leads.split(" ")) expected.add(Long.valueOf(lead));
        List<Long> others = new ArrayList<>(List.of(1L, 2L, 3L));
        others.removeAll(expected);
        Rule rule = SomeSubjects.rule(text);
        assertThat(expected(rule)).as("in memory").isEqualTo(expected);
        assertThat(SomeRecords.found(dsl, rule.condition(SomeSubjects.LEAD, NOW)))
                .as("in SQL")
                .isEqualTo(expected);
        assertThat(SomeRecords.found(dsl, rule.unmet(SomeSubjects.LEAD, NOW)))
                .as("unmet in SQL")
                .isEqualTo(others);
    }

    private static List<Long> expected(Rule rule) {
        return RECORDS.all("lead").entrySet().stream()
                .filter(lead -> rule.test(lead.getValue(), NOW))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @org.jspecify.annotations.Nullable String[] texts(
            @org.jspecify.annotations.Nullable String... texts) {
        return texts;
    }
}
