package doppelpass.rules;

import static doppelpass.rules.Operator.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The text and the meaning of each thing the builder offers, in the database and in memory. */
class SketchTest {
    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
    private static final LocalDate TODAY_DAY = LocalDate.of(2026, 6, 15);
    private final Rules rules = SomeSubjects.rules(SomeRules.TERMS);
    private final SomeRecords records = new SomeRecords()
            .with("contact", 1, "email", "a@a.test", "country", "DE")
            .with(
                    "lead",
                    1,
                    "contact_id",
                    1L,
                    "fit",
                    1,
                    "intent",
                    10,
                    "source",
                    "web",
                    "name",
                    "Müller GmbH",
                    "hot",
                    true,
                    "open",
                    true,
                    "price",
                    java.math.BigDecimal.ONE,
                    "created_at",
                    NOW.minus(Duration.ofDays(10)),
                    "touched_at",
                    NOW.minus(Duration.ofDays(1)),
                    "due",
                    TODAY_DAY,
                    "start",
                    TODAY_DAY,
                    "tags",
                    new String[] {"vip", "new"},
                    "codes",
                    new String[0])
            .with(
                    "lead",
                    2,
                    "fit",
                    5,
                    "name",
                    "",
                    "open",
                    true,
                    "price",
                    java.math.BigDecimal.ONE,
                    "created_at",
                    NOW,
                    "start",
                    TODAY_DAY,
                    "codes",
                    new String[0])
            .with(
                    "lead",
                    3,
                    "fit",
                    9,
                    "intent",
                    60,
                    "source",
                    "event",
                    "name",
                    "Anton AG",
                    "hot",
                    false,
                    "open",
                    false,
                    "price",
                    java.math.BigDecimal.ONE,
                    "created_at",
                    NOW.minus(Duration.ofDays(200)),
                    "touched_at",
                    NOW.plus(Duration.ofDays(3)),
                    "due",
                    TODAY_DAY.plusDays(5),
                    "start",
                    TODAY_DAY,
                    "tags",
                    new String[0],
                    "codes",
                    new String[0])
            .with("touchpoint", 1, "lead_id", 1L, "kind", "call", "at", NOW.minus(Duration.ofDays(3)))
            .with("touchpoint", 2, "lead_id", 1L, "kind", "call", "at", NOW.minus(Duration.ofDays(300)))
            .with("touchpoint", 3, "lead_id", 3L, "kind", "mail", "at", NOW.minus(Duration.ofDays(1)));
    private final DSLContext dsl = SomeDatabase.with(records);
    private final Set<Operator> asked = EnumSet.noneOf(Operator.class);

    @Test
    void eachOperatorWritesItsTextAndFindsItsLeads() {
        texts();
        numbersAndFlags();
        times();
        assertThat(asked).containsExactlyInAnyOrder(Operator.values());
    }

    private void texts() {
        ask("source", IS, List.of("web"), "lead.source == \"web\"", 1);
        ask("source", IS_NOT, List.of("web"), "!(lead.source == \"web\")", 2, 3);
        ask("source", OTHER, List.of("web"), "lead.source != \"web\"", 3);
        ask("source", ONE_OF, List.of("web", "event"), "lead.source in [\"web\", \"event\"]", 1, 3);
        ask("source", NONE_OF, List.of("web"), "!(lead.source in [\"web\"])", 2, 3);
        ask("source", EMPTY, List.of(), "!(lead.source != \"\")", 2);
        ask("name", EMPTY, List.of(), "!(lead.name != \"\")", 2);
        ask("name", FILLED, List.of(), "lead.name != \"\"", 1, 3);
        ask("name", CONTAINS, List.of("GMBH"), "lead.name.lowerAscii().contains(\"gmbh\")", 1);
        ask("name", STARTS, List.of("ANT"), "lead.name.lowerAscii().startsWith(\"ant\")", 3);
        ask("name", CONTAINS_EXACTLY, List.of("AG"), "lead.name.contains(\"AG\")", 3);
        ask("name", STARTS_EXACTLY, List.of("ant"), "lead.name.startsWith(\"ant\")");
        ask("contact.country", IS, List.of("DE"), "lead.contact.country == \"DE\"", 1);
        ask("tags", HAS, List.of("vip"), "\"vip\" in lead.tags", 1);
        ask("tags", HAS_NOT, List.of("vip"), "!(\"vip\" in lead.tags)", 2, 3);
        ask("tags", PRESENT, List.of(), "has(lead.tags)", 1);
    }

    private void numbersAndFlags() {
        ask("intent", PRESENT, List.of(), "has(lead.intent)", 1, 3);
        ask("intent", ABSENT, List.of(), "!has(lead.intent)", 2);
        ask("fit", EQ, List.of("5"), "lead.fit == 5", 2);
        ask("intent", NE, List.of("10"), "lead.intent != 10", 3);
        ask("fit", LT, List.of("5.0"), "lead.fit < 5", 1);
        ask("fit", LE, List.of("5"), "lead.fit <= 5", 1, 2);
        ask("fit", GT, List.of("5,5"), "lead.fit > 5.5", 3);
        ask("fit", GE, List.of("5"), "lead.fit >= 5", 2, 3);
        ask("fit", BETWEEN, List.of("2", "6"), "lead.fit >= 2 && lead.fit <= 6", 2);
        ask("hot", YES, List.of(), "lead.hot", 1);
        ask("hot", NO, List.of(), "lead.hot == false", 3);
        ask("hot", NOT_YES, List.of(), "!lead.hot", 2, 3);
    }

    private void times() {
        ask("created_at", FROM, List.of("2026-06-05"), "date(lead.created_at) >= date(\"2026-06-05\")", 1, 2);
        ask("created_at", BEFORE, List.of("2026-06-05"), "date(lead.created_at) < date(\"2026-06-05\")", 3);
        ask("created_at", TODAY, List.of(), "date(lead.created_at) == today", 2);
        ask("due", TODAY, List.of(), "lead.due == today", 1);
        ask("touched_at", LAST_DAYS, List.of("7"), "lead.touched_at > now - days(7)", 1, 3);
        ask("created_at", LONGER_AGO, List.of("30"), "lead.created_at < now - days(30)", 3);
        ask("touched_at", NEXT_DAYS, List.of("7"), "lead.touched_at >= now && lead.touched_at <= now + days(7)", 3);
        ask("due", NEXT_DAYS, List.of("5"), "lead.due >= today && lead.due <= today + days(5)", 1, 3);
        ask("due", BEFORE, List.of("2026-06-16"), "lead.due < date(\"2026-06-16\")", 1);
    }

    @Test
    void relatedRecordsAreAskedFor() {
        Sketch.Group recent = group(true, new Sketch.Condition("at", LAST_DAYS, List.of("90")));
        Sketch.Group call = group(true, new Sketch.Condition("kind", IS, List.of("call")));
        ask(list("SOME", "", recent), "lead.touchpoints.exists(t, t.at > now - days(90))", 1, 3);
        ask(list("NONE", "", call), "!lead.touchpoints.exists(t, t.kind == \"call\")", 2, 3);
        ask(list("ALL", "", call), "lead.touchpoints.all(t, t.kind == \"call\")", 1, 2);
        ask(list("AT_LEAST", "2", call), "lead.touchpoints.filter(t, t.kind == \"call\").size() >= 2", 1);
        ask(list("SOME", "", Sketch.Group.EMPTY), "lead.touchpoints.size() > 0", 1, 3);
        ask(list("NONE", "", Sketch.Group.EMPTY), "lead.touchpoints.size() == 0", 2);
    }

    @Test
    void groupsStandInBracketsAndTermsByName() {
        Sketch open = new Sketch.Condition("open", YES, List.of());
        Sketch fit = new Sketch.Condition("fit", BETWEEN, List.of("0", "2"));
        ask(
                group(true, open, group(false, fit, new Sketch.TermIs("", "hot", false))),
                "lead.open && ((lead.fit >= 0 && lead.fit <= 2) || !lead.is(\"hot\"))",
                1);
        ask(group(true, new Sketch.TermIs("contact", "reachable", true)), "lead.contact.is(\"reachable\")", 1);
    }

    @Test
    void listsWithinListsKeepTheirNamesApart() {
        Subject contact = rules.subjects().get("contact");
        Sketch.Group inner = group(true, new Sketch.Condition("email", CONTAINS, List.of("X")));
        Sketch.Group outer = group(true, new Sketch.Related("company.contacts", Sketch.Quantity.SOME, "", inner));
        Sketch.Group whole = group(true, new Sketch.Related("company.contacts", Sketch.Quantity.SOME, "", outer));
        assertThat(new SketchText(rules.subjects()).of(whole, contact))
                .isEqualTo("contact.company.contacts.exists(c, "
                        + "c.company.contacts.exists(c2, c2.email.lowerAscii().contains(\"x\")))");
    }

    @Test
    void anythingTypedIsQuoted() {
        String typed = "He said \"no\" \\ Straße 😀\nnew line\u202E";
        assertThat(text(group(true, new Sketch.Condition("name", IS, List.of(typed)))))
                .isEqualTo("lead.name == \"He said \\\"no\\\" \\\\ Straße 😀\\nnew line\\U0000202e\"");
    }

    @Test
    void whatIsIncompleteHasNoPlaceInTheText() {
        SketchText writer = new SketchText(rules.subjects());
        String text = writer.of(
                group(
                        true,
                        new Sketch.Condition("", IS, List.of()),
                        new Sketch.Condition("source", IS, List.of("")),
                        new Sketch.Condition("fit", GE, List.of("many")),
                        new Sketch.Condition("fit", BETWEEN, List.of("1")),
                        new Sketch.Condition("price", EQ, List.of("12345678901234.123456")),
                        new Sketch.Condition("due", FROM, List.of("2026-02-30")),
                        new Sketch.Condition("due", LAST_DAYS, List.of("99999")),
                        new Sketch.Condition("name", IS, List.of("\u0000")),
                        new Sketch.Condition("contact.secret", IS, List.of("x")),
                        new Sketch.TermIs("", "x\") || true", true),
                        new Sketch.Condition("open", YES, List.of())),
                rules.subjects().get("lead"));
        assertThat(text).isEqualTo("lead.open");
        assertThat(writer.incomplete()).isEqualTo(10);
    }

    private static Sketch.Group group(boolean all, Sketch... parts) {
        return new Sketch.Group(all, List.of(parts));
    }

    private static Sketch.Group list(String how, String count, Sketch.Group inside) {
        return group(true, new Sketch.Related("touchpoints", Sketch.Quantity.valueOf(how), count, inside));
    }

    private String text(Sketch.Group sketch) {
        return new SketchText(rules.subjects()).of(sketch, rules.subjects().get("lead"));
    }

    private void ask(String path, Operator operator, List<String> values, String text, long... leads) {
        asked.add(operator);
        ask(group(true, new Sketch.Condition(path, operator, values)), text, leads);
    }

    private void ask(Sketch.Group sketch, String text, long... leads) {
        assertThat(text(sketch)).isEqualTo(text);
        Rule rule = SomeSubjects.rule(rules, text);
        assertThat(SomeRecords.found(dsl, rule.condition(SomeSubjects.LEAD, NOW)))
                .as(text)
                .containsExactly(boxed(leads));
        assertThat(records.all("lead").entrySet().stream()
                        .filter(lead -> rule.test(lead.getValue(), NOW))
                        .map(Map.Entry::getKey))
                .as(text)
                .containsExactly(boxed(leads));
    }

    private static Long[] boxed(long... leads) {
        return java.util.Arrays.stream(leads).boxed().toArray(Long[]::new);
    }
}
