package doppelpass.rules;

import static doppelpass.rules.SomeLinkedRecords.at;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rules over fields people made up judge alike in the database and in memory, absent values and values of a wrong type
 * included; what memory holds comes from the test, not from the database.
 */
@DoppelpassTest
class CustomFieldsAgreeTest {
    private static final Instant NOW = TestClock.START;
    private static final int RULES = 80;
    private static final List<String> TYPES = List.of("text", "number", "money", "date", "choice", "choices", "flag");
    private static final Map<String, String> HOMES = Map.of(
            "contact", "contacts.contact",
            "company", "contacts.company",
            "lead", "leads.lead",
            "deal", "deals.deal",
            "campaign", "campaigns.campaign");

    private static final Map<String, String> TERMS = Map.of(
            "tag", "tag.name != \"VIP\"",
            "touchpoint", "touchpoint.direction == \"in\"",
            "activity", "activity.outcome == \"reached\"",
            "task", "!task.done");

    private final Rules rules;
    private final Cast cast;
    private final DSLContext db;

    CustomFieldsAgreeTest(Rules rules, Cast cast, DSLContext db) {
        this.rules =
                rules.with((subject, name) -> Optional.of(TERMS.getOrDefault(subject, "has(" + subject + ".x_text)")));
        this.cast = cast;
        this.db = db;
    }

    @Test
    void randomRulesOverFieldsOfEveryTypeFindTheSameInTheDatabaseAndInMemory() {
        long seed = Long.getLong("rules.seed", System.nanoTime());
        Random random = new Random(seed);
        new SomeWorld(db, random, NOW, cast.person("mara").id()).make();
        define();
        Map<String, Map<Long, Map<String, Object>>> written = new HashMap<>();
        HOMES.forEach((kind, table) -> written.put(kind, fill(table, random)));
        Subjects subjects = rules.subjects();
        Map<String, Map<Long, Map<String, Object>>> records = new SomeLinkedRecords(db).of(subjects);
        written.forEach((kind, values) -> values.forEach((id, own) -> {
            TYPES.forEach(type -> at(at(records, kind), id).remove("x_" + type));
            at(at(records, kind), id).putAll(own);
        }));
        SomeRules some = new SomeRules(random, subjects, "t");
        int mixed = 0;
        for (String kind : HOMES.keySet()) {
            for (int i = 0; i < RULES; i++) mixed += compare(some.about(kind), kind, at(records, kind), seed);
            for (String text : each(kind)) mixed += compare(text, kind, at(records, kind), seed);
        }
        assertThat(mixed)
                .as("rules that hit some and miss others, seed %d", seed)
                .isGreaterThan(100);
        formulas(records, seed);
    }

    @Test
    void noFieldOfTheProductIsNamedAsIfPeopleHadMadeItUp() {
        List<String> made =
                db.fetch("select kind || '.x_' || key from fields.field").into(String.class);
        assertThat(rules.subjects().all().stream()
                        .flatMap(subject -> java.util.stream.Stream.concat(
                                        subject.fields().keySet().stream(), subject.relations().keySet().stream())
                                .filter(name -> name.startsWith("x_"))
                                .map(name -> subject.name() + "." + name)))
                .isSubsetOf(made);
    }

    private static List<String> each(String kind) {
        String x = kind + ".x_";
        return List.of(
                x + "text == \"web\"",
                "!(" + x + "text.contains(\"e\"))",
                x + "number > 2.5",
                "!(" + x + "number <= 2.5)",
                x + "money * 2 >= 3",
                x + "date < date(\"2026-03-02\")",
                "!(" + x + "date == date(\"2026-03-03\"))",
                x + "choice in [\"event\", \"web\"]",
                "\"web\" in " + x + "choices",
                "!(\"web\" in " + x + "choices)",
                x + "choices.exists(c, c == \"event\")",
                "size(" + x + "choices) == 1",
                x + "flag",
                "!" + x + "flag",
                "has(" + x + "link)",
                x + "link.x_number > 1.0 || !has(" + x + "date)");
    }

    /** What a formula gives is the same too. */
    private void formulas(Map<String, Map<Long, Map<String, Object>>> records, long seed) {
        for (String kind : HOMES.keySet()) {
            String x = kind + ".x_";
            for (String text : List.of(
                    x + "number * 2 + " + x + "money / 3",
                    "has(" + x + "text) ? " + x + "text + \"!\" : \"none\"",
                    x + "date + days(30)",
                    x + "flag && " + x + "number > 1.0",
                    "size(" + x + "choices)",
                    x + "link.x_number + 1.0",
                    "size(" + x + "text) % 2")) {
                Expression expression = (Expression) rules.value(text, kind);
                sql(expression, kind)
                        .forEach((id, value) -> assertThat(plain(value))
                                .as("%s of %s %d, seed %d", text, kind, id, seed)
                                .isEqualTo(plain(expression.value(at(at(records, kind), id)))));
            }
        }
    }

    private Map<Long, Object> sql(Expression expression, String kind) {
        Subject subject = rules.subjects().get(kind);
        Table<?> table = Objects.requireNonNull(subject.table());
        Map<Long, Object> values = new HashMap<>();
        Field<?> value = expression.sql(table);
        db.select(subject.keyOn(table), value).from(table).forEach(r -> values.put(r.get(0, Long.class), r.get(1)));
        return values;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Long number -> number.toString();
            case null, default -> value;
        };
    }

    private void define() {
        for (String kind : HOMES.keySet()) {
            int position = 0;
            for (String type : TYPES)
                db.execute(
                        "insert into fields.field (kind, key, type, label_de, label_en, position) values ({0}, {1}, {1}, {1}, {1}, {2})",
                        kind, type, ++position);
            db.execute(
                    "insert into fields.field (kind, key, type, label_de, label_en, position, target)"
                            + " values ({0}, 'link', 'link', 'l', 'l', 99, 'company')",
                    kind);
            db.execute("insert into fields.choice (field_id, code, label_de, label_en, position)"
                    + " select id, c, c, c, 1 from fields.field, unnest(array['event', 'web', 'ä']) c"
                    + " where type in ('choice', 'choices') on conflict do nothing");
        }
    }

    /** Id → name → value as memory sees it. */
    private Map<Long, Map<String, Object>> fill(String table, Random random) {
        List<Long> companies =
                db.fetch("select id from contacts.company order by id").into(Long.class);
        Map<Long, Map<String, Object>> all = new HashMap<>();
        for (Long id : db.fetch("select id from " + table).into(Long.class)) {
            Map<String, Object> values = new HashMap<>();
            List<String> json = new ArrayList<>();
            for (String type : TYPES) {
                int dice = random.nextInt(10);
                if (dice < 3) continue;
                if (dice == 3 && !type.equals("text") && !type.equals("choice"))
                    json.add("\"" + type + "\": {\"no\": 1}");
                else json.add("\"" + type + "\": " + value(type, random, values));
            }
            if (random.nextBoolean()) json.add("\"link\": " + companies.get(random.nextInt(companies.size())));
            db.execute(
                    "update " + table + " set fields = {0}::jsonb where id = {1}",
                    "{" + String.join(", ", json) + "}",
                    id);
            all.put(id, values);
        }
        return all;
    }

    private static String value(String type, Random random, Map<String, Object> values) {
        String name = "x_" + type;
        List<String> words = List.of("event", "Event", "web", "ä");
        switch (type) {
            case "text", "choice" -> {
                String word = words.get(random.nextInt(words.size()));
                values.put(name, word);
                return "\"" + word + "\"";
            }
            case "number" -> {
                BigDecimal number = BigDecimal.valueOf(random.nextInt(50), random.nextInt(3));
                values.put(name, number);
                return number.toPlainString();
            }
            case "money" -> {
                long minor = random.nextInt(500);
                values.put(name, BigDecimal.valueOf(minor, 2));
                return Long.toString(minor);
            }
            case "date" -> {
                LocalDate day = LocalDate.of(2026, 2, 27).plusDays(random.nextInt(6));
                values.put(name, day);
                return "\"" + day + "\"";
            }
            case "choices" -> {
                List<String> some = words.subList(0, random.nextInt(words.size()));
                values.put(name, some);
                return some.stream().map(w -> "\"" + w + "\"").collect(Collectors.joining(", ", "[", "]"));
            }
            default -> {
                boolean flag = random.nextBoolean();
                values.put(name, flag);
                return Boolean.toString(flag);
            }
        }
    }

    /** 1 if the rule met some records but not all. */
    private int compare(String text, String kind, Map<Long, Map<String, Object>> records, long seed) {
        Rule rule = switch (rules.check(text, kind)) {
            case Rule checked -> checked;
            case Refused refused -> throw new AssertionError(text + " refused: " + refused.problems());
        };
        Table<?> table = Objects.requireNonNull(rule.subject().table());
        List<Long> found = db.select(rule.subject().keyOn(table))
                .from(table)
                .where(rule.condition(table, NOW))
                .orderBy(rule.subject().keyOn(table))
                .fetch(row -> row.get(0, Long.class));
        List<Long> expected = records.entrySet().stream()
                .filter(entry -> rule.test(entry.getValue(), NOW))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(found).as("seed %d: %s", seed, text).isEqualTo(expected);
        return !expected.isEmpty() && expected.size() < records.size() ? 1 : 0;
    }
}
