package doppelpass.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.glossary.Glossary;
import doppelpass.glossary.Wording;
import doppelpass.identity.Organisations;
import doppelpass.kpi.Kpis;
import doppelpass.kpi.plug.Plan;
import doppelpass.meetings.plug.AgendaSource;
import doppelpass.meetings.plug.Occasion;
import doppelpass.meetings.plug.Topic;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;

/** What the data says should be talked about. */
@DoppelpassTest
class AgendaSourcesTest {
    private static final Instant NOW = TestClock.START;

    private final BrokenPromises promises;
    private final ReturnedLeads returns;
    private final OpenTerms terms;
    private final LatePasses late;
    private final Glossary glossary;
    private final Kpis kpis;
    private final Organisations organisations;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    AgendaSourcesTest(
            BrokenPromises promises,
            ReturnedLeads returns,
            OpenTerms terms,
            LatePasses late,
            Glossary glossary,
            Kpis kpis,
            Organisations organisations,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.promises = promises;
        this.returns = returns;
        this.terms = terms;
        this.late = late;
        this.glossary = glossary;
        this.kpis = kpis;
        this.organisations = organisations;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void empty() {
        db.execute("truncate contacts.contact cascade");
        clock.set(NOW);
    }

    @Test
    void passesHalfAsLateAgainAsPromisedAreOnTheAgendaSignalsOfServiceApart() {
        late("mql", "sales");
        assertThat(topics(late)).as("late, not that late").isEmpty();
        db.execute("update leads.handover set escalation = 4");
        db.execute("""
                insert into leads.handover (contact_id, cycle, from_function, to_function, kind, trigger, offered_at,
                  due_accept_at, escalation) select id, 1, 'service', 'sales', 'churn', 'may leave', '2026-05-26', '2026-05-28', 4
                from contacts.contact order by id limit 1""");
        assertThat(topics(late)).extracting(Topic::code).containsExactly("A2", "A12");
        assertThat(topics(late).getLast().ageDays()).isEqualTo(5);
        db.execute("update leads.handover set outcome = 'accepted', decided_at = '2026-06-01'");
        assertThat(topics(late)).isEmpty();
    }

    @Test
    void promisesBrokenByOneSideBringBothSidesToTheTable() {
        for (int i = 0; i < 8; i++) toSales(1, null);
        assertThat(topics(promises)).isEmpty();
        late("mql", "sales");
        late("mql", "sales");
        assertThat(topics(promises)).as("2 of 10 are a fifth, not more").isEmpty();
        late("rework", "marketing");
        Topic topic = topics(promises).getFirst();
        assertThat(topic.remark().in(Locale.ENGLISH)).isEqualTo("sales broke 2 of 10, marketing 1 of 1");
        assertThat(topic.facts()).hasSize(2);
    }

    @Test
    void threeReturnsForOneReasonOutOfTenAreAPattern() {
        for (int i = 0; i < 7; i++) toSales(1, null);
        toSales(1, "R04");
        toSales(1, "R04");
        assertThat(topics(returns)).isEmpty();
        toSales(1, "R04");
        Topic topic = topics(returns).getFirst();
        assertThat(topic.remark().in(Locale.ENGLISH)).isEqualTo("3 of 10 decided passes came back");
        assertThat(topic.facts().getFirst().name().in(Locale.ENGLISH)).isEqualTo("Outside the ideal customer profile");
        assertThat(topic.owner()).isEqualTo("marketing");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 10, 0, true",
        "2, 5, 0, false",
        "3, 15, 0, false",
        "3, 30, 2, true",
        "3, 30, 2.1, false",
        "4, 20, 0, false",
        "5, 20, 0, true"
    })
    void aReasonIsStrikingAboveAFifthOrHalfAsManyAgainAsUsual(int count, int decided, double usual, boolean striking) {
        assertThat(ReturnedLeads.striking(count, decided, usual)).isEqualTo(striking);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "0, 9, false", "1, 5, false", "1, 4, true", "2, 10, false", "3, 100, true"})
    void promisesAreATopicAboveAFifthOrFromThree(int broken, int due, boolean topic) {
        assertThat(BrokenPromises.worthATalk(new PassTable.Promises(due, broken)))
                .isEqualTo(topic);
    }

    @Test
    void aWordThatWaitsForMoreThanAFortnightOrIsDisputedComesUp() {
        Wording wording = new Wording("Pilotkunde", "Pilot customer", "Text", "Text", "", "", null);
        glossary.add("pilot_customer", "sales", null, wording, cast.person("mara"));
        assertThat(about("term-pilot_customer")).isEmpty();
        clock.advance(Duration.ofDays(14));
        assertThat(about("term-pilot_customer")).isEmpty();
        clock.advance(Duration.ofDays(1));
        Topic topic = about("term-pilot_customer").getFirst();
        assertThat(topic.title().in(Locale.ENGLISH)).isEqualTo("\"Pilot customer\": sign or discuss");
        assertThat(topic.title().in(Locale.GERMAN)).isEqualTo("„Pilotkunde“: unterschreiben oder besprechen");
        assertThat(topic.remark().in(Locale.ENGLISH)).isEqualTo("waits for 15 days");
        glossary.dispute("pilot_customer", "Not before the contract", null, cast.person("stefan"));
        assertThat(about("term-pilot_customer").getFirst().remark().in(Locale.ENGLISH))
                .isEqualTo("one dispute");
    }

    @Test
    void aKpiFarBelowItsPlanIsRedAndSaysSinceWhen() {
        // no lead was created; the plan of 10 begins in April, and May is the last whole month
        Plan plan = (codes, months) ->
                Map.of("K17", Map.of(YearMonth.of(2026, 4), BigDecimal.TEN, YearMonth.of(2026, 5), BigDecimal.TEN));
        Topic topic = new RedKpis(kpis, provider(plan), organisations)
                .topics(occasion())
                .getFirst();
        assertThat(topic.subject()).isEqualTo("kpi-K17");
        assertThat(topic.owner()).isEqualTo("marketing");
        assertThat(topic.remark().in(Locale.ENGLISH)).isEqualTo("red for 2 months");
        assertThat(topic.facts()).hasSize(2);
        assertThat(topic.facts().get(1).figure().in(Locale.ENGLISH)).isEqualTo("10");
    }

    @Test
    void withoutAPlanNoKpiIsRed() {
        Plan plan = (codes, months) -> Map.of();
        assertThat(new RedKpis(kpis, provider(plan), organisations).topics(occasion()))
                .noneMatch(topic -> topic.subject().equals("kpi-K17"));
    }

    private List<Topic> topics(AgendaSource source) {
        return source.topics(occasion());
    }

    private List<Topic> about(String subject) {
        return topics(terms).stream().filter(t -> t.subject().equals(subject)).toList();
    }

    private Occasion occasion() {
        Instant now = clock.instant();
        return new Occasion(
                1, now.plus(Duration.ofDays(1)), now.minus(Duration.ofDays(7)), now, ZoneId.of("Europe/Berlin"));
    }

    /** Decided in time so many days ago: returned for a reason, or else accepted and responded to in time. */
    private void toSales(int daysAgo, @org.jspecify.annotations.Nullable String reason) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        db.execute(
                """
                insert into leads.handover (lead_id, cycle, from_function, to_function, kind, trigger, offered_at,
                  due_accept_at, decided_at, outcome, reason)
                values ({0}, 1, 'marketing', 'sales', 'mql', 'rule', {1}, {1} + interval '1 hour', {1}, {2}, {3})""",
                org.jooq.impl.DSL.val(lead()),
                org.jooq.impl.DSL.val(at),
                org.jooq.impl.DSL.val(reason == null ? "accepted" : "returned"),
                org.jooq.impl.DSL.val(reason, String.class));
    }

    private void late(String kind, String to) {
        Instant at = NOW.minus(Duration.ofDays(2));
        db.execute(
                """
                insert into leads.handover (lead_id, cycle, from_function, to_function, kind, trigger, offered_at,
                  due_accept_at) values ({0}, 1, 'marketing', {1}, {2}, 'rule', {3}, {3} + interval '1 hour')""",
                org.jooq.impl.DSL.val(lead()),
                org.jooq.impl.DSL.val(to),
                org.jooq.impl.DSL.val(kind),
                org.jooq.impl.DSL.val(at));
    }

    private long lead() {
        return db.fetchSingle("""
                with c as (insert into contacts.contact (last_name, created_at) values ('Test', now()) returning id)
                insert into leads.lead (contact_id, state, created_at, state_since)
                select id, 'MQL', timestamptz '2025-01-01', now() from c returning id""").get(0, Long.class);
    }

    private static ObjectProvider<Plan> provider(Plan plan) {
        return new ObjectProvider<>() {
            @Override
            public Stream<Plan> orderedStream() {
                return Stream.of(plan);
            }
        };
    }
}
