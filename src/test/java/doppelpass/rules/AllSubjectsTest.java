package doppelpass.rules;

import static doppelpass.rules.SomeLinkedRecords.at;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.web.Messages;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the modules plug in, over records of all of them: database and memory judge alike, and everything has a name. */
@DoppelpassTest
class AllSubjectsTest {
    private static final Instant NOW = TestClock.START;
    private static final int RULES_PER_SUBJECT = 100;
    private static final Map<String, String> TERMS = Map.of(
            "lead", "lead.intent > 2 || !lead.contact.is(\"t\")",
            "contact", "has(contact.mail) && contact.may_mail != \"no\"",
            "company", "company.employees > 2 || company.contacts.exists(c, c.is(\"t\"))",
            "line", "line.quantity > 2 || !line.deal.is(\"t\")",
            "deal", "deal.amount > 2.5 && !deal.company.is(\"t\")",
            "campaign", "campaign.leads.size() > 2 || campaign.budget < 2",
            "touchpoint", "touchpoint.direction == \"in\" && has(touchpoint.contact)",
            "activity", "activity.outcome == \"reached\" || activity.lead.is(\"t\")",
            "task", "!task.done && has(task.due_on)",
            "tag", "tag.name != \"VIP\"");

    private final Rules rules;
    private final Cast cast;
    private final DSLContext db;

    AllSubjectsTest(Rules rules, Cast cast, DSLContext db) {
        this.rules = rules.with((subject, name) -> Optional.ofNullable(name.equals("t") ? TERMS.get(subject) : null));
        this.cast = cast;
        this.db = db;
    }

    @Test
    void randomRulesAboutEverySubjectFindTheSameInTheDatabaseAndInMemory() {
        long seed = Long.getLong("rules.seed", System.nanoTime());
        Random random = new Random(seed);
        new SomeWorld(db, random, NOW, cast.person("mara").id()).make();
        Subjects subjects = rules.subjects();
        Map<String, Map<Long, Map<String, Object>>> records = new SomeLinkedRecords(db).of(subjects);
        SomeRules some = new SomeRules(random, subjects, "t");
        int mixed = 0;
        for (Subject subject : subjects.all()) {
            for (int i = 0; i < RULES_PER_SUBJECT; i++) {
                String text = some.about(subject.name());
                mixed += compare(rule(text, subject.name()), at(records, subject.name()), "seed " + seed + ": " + text);
            }
        }
        assertThat(mixed)
                .as("rules that hit some and miss others, seed %d", seed)
                .isGreaterThan(150);
        everyFieldFindsWhatItHolds(subjects, records);
    }

    /** A rule for each field, with a value it holds. */
    private void everyFieldFindsWhatItHolds(Subjects subjects, Map<String, Map<Long, Map<String, Object>>> records) {
        for (Subject subject : subjects.all()) {
            for (SubjectField field : subject.fields().values()) {
                String path = subject.name() + "." + field.name();
                Object held = at(records, subject.name()).values().stream()
                        .map(record -> record.get(field.name()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No record has " + path));
                Rule rule = rule(path + " == " + literal(field, held), subject.name());
                assertThat(compare(rule, at(records, subject.name()), rule.text()))
                        .as(rule.text())
                        .isGreaterThanOrEqualTo(0);
                assertThat(found(rule)).as(rule.text()).isNotEmpty();
            }
        }
    }

    @Test
    void everySubjectItsFieldsRelationsAndChoicesHaveNamesInBothLanguages() {
        for (Subject subject : rules.subjects().all()) {
            Stream.of(
                            Stream.of(subject.label()),
                            subject.fields().values().stream().map(SubjectField::label),
                            subject.relations().values().stream().map(Relation::label),
                            subject.fields().values().stream()
                                    .flatMap(field -> field.choices().stream().map(field::choice)))
                    .flatMap(words -> words)
                    .forEach(word -> {
                        assertThat(Messages.texts("de")).containsKey(word.key());
                        assertThat(Messages.texts("en")).containsKey(word.key());
                    });
        }
    }

    @Test
    void theHowToListsEverySubjectWithItsFieldsAndRelations() throws Exception {
        String page = Files.readString(Path.of("docs/howto/rules.md"));
        for (Subject subject : rules.subjects().all()) {
            String row = page.lines()
                    .filter(line -> line.startsWith("| `" + subject.name() + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("docs/howto/rules.md lacks " + subject.name()));
            subject.fields().keySet().forEach(field -> assertThat(row).contains("`" + field + "`"));
            subject.relations().values().forEach(relation -> assertThat(row).contains("`" + relation.name() + "`"));
        }
    }

    /** 1 if the rule met some records but not all. */
    private int compare(Rule rule, Map<Long, Map<String, Object>> records, String what) {
        List<Long> expected = records.entrySet().stream()
                .filter(entry -> rule.test(entry.getValue(), NOW))
                .map(Map.Entry::getKey)
                .toList();
        List<Long> found = found(rule);
        if (!found.equals(expected))
            throw new AssertionError(what + "\nin memory " + expected + "\nin SQL    " + found);
        Long first = records.keySet().iterator().next();
        assertThat(explained(explain(rule, first)))
                .as(what)
                .isEqualTo(explained(rule.explain(at(records, first), NOW)));
        return !expected.isEmpty() && expected.size() < records.size() ? 1 : 0;
    }

    private List<Long> found(Rule rule) {
        Table<?> table = Objects.requireNonNull(rule.subject().table());
        return db.select(rule.subject().keyOn(table))
                .from(table)
                .where(rule.condition(table, NOW))
                .orderBy(rule.subject().keyOn(table))
                .fetch(row -> row.get(0, Long.class));
    }

    @SuppressWarnings("unchecked")
    private List<Finding> explain(Rule rule, Long id) {
        Table<?> table = Objects.requireNonNull(rule.subject().table());
        Explanation explanation = rule.explanation(table, NOW);
        return explanation.findings(db.select(explanation.columns())
                .from(table)
                .where(((Field<Long>) rule.subject().keyOn(table)).eq(id))
                .fetchSingle());
    }

    private static List<String> explained(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.clause().text() + " " + finding.met() + " "
                        + finding.readings().stream()
                                .map(reading -> reading.path() + "=" + plain(reading.value()))
                                .toList())
                .toList();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case OffsetDateTime time -> time.toInstant();
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case null, default -> value;
        };
    }

    private Rule rule(String text, String subject) {
        return switch (rules.check(text, subject)) {
            case Rule rule -> rule;
            case Refused refused -> throw new AssertionError(text + " refused: " + refused.problems());
        };
    }

    private static String literal(SubjectField field, Object value) {
        return switch (field.type()) {
            case STRING -> SomeRules.quoted(value.toString());
            case INT, DECIMAL, BOOL -> value.toString();
            case DATE -> "date(\"" + value + "\")";
            case TIMESTAMP -> "timestamp(\"" + plain(value) + "\")";
            case LIST_OF_STRING -> throw new AssertionError("No subject has lists of texts");
        };
    }
}
