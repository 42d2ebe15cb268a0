package doppelpass.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DoppelpassTest
@RecordApplicationEvents
class DealsTest {
    private final Deals deals;
    private final Pipelines pipelines;
    private final DealPageTable page;
    private final UsualStays stays;
    private final TestClock clock;
    private final DSLContext db;
    private final Cast cast;
    private long svea;

    DealsTest(
            Deals deals,
            Pipelines pipelines,
            DealPageTable page,
            UsualStays stays,
            TestClock clock,
            DSLContext db,
            Cast cast) {
        this.deals = deals;
        this.pipelines = pipelines;
        this.page = page;
        this.stays = stays;
        this.clock = clock;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void atTen() {
        clock.set(TestClock.START);
        svea = cast.person("svea").id();
    }

    @Test
    void aNewOrganisationHasAPipelineInItsLanguage() {
        assertThat(pipelines.all()).singleElement().satisfies(p -> {
            assertThat(p.name()).isEqualTo("Sales");
            assertThat(p.stages().stream().map(Stage::name))
                    .containsExactly("Qualification", "Needs analysis", "Offer", "Negotiation", "Won", "Lost");
            assertThat(p.stages().stream().map(Stage::probability)).containsExactly(10, 25, 50, 75, 100, 0);
        });
    }

    @Test
    void everyStepOfADealIsInItsHistoryAndPublished(ApplicationEvents events) {
        long id = open(new SomeDeal().ownedBy(svea));
        clock.advance(Duration.ofDays(3));
        deals.move(id, stage("Offer"), svea, clock.instant());
        clock.advance(Duration.ofDays(4));
        deals.change(
                id, new SomeDeal().ownedBy(svea).worth(3_000_000).closing(null).details(), svea, clock.instant());
        clock.advance(Duration.ofDays(1));
        deals.win(id, svea, clock.instant());

        assertThat(kinds(id)).containsExactly("created", "stage", "changed", "amount", "won");
        Deal won = deals.find(id).orElseThrow();
        assertThat(won.closedAt()).isEqualTo(TestClock.START.plus(Duration.ofDays(8)));
        assertThat(won.amountMinor()).isEqualTo(3_000_000);
        assertThat(won.details().expectedClose()).isNull();
        assertThat(events.stream(DealOpened.class)).hasSize(1);
        assertThat(events.stream(DealStageChanged.class))
                .singleElement()
                .satisfies(e -> assertThat(e.toStageId()).isEqualTo(stage("Offer")));
        assertThat(events.stream(DealWon.class))
                .singleElement()
                .satisfies(e -> assertThat(e.amountMinor()).isEqualTo(3_000_000));
    }

    @Test
    void aReopenedWinStillShowsInWhatWasKnownThen(ApplicationEvents events) {
        long id = open(new SomeDeal().worth(100_000));
        deals.move(id, stage("Negotiation"), svea, clock.instant());
        clock.advance(Duration.ofDays(1));
        deals.win(id, svea, clock.instant());
        clock.advance(Duration.ofDays(10));
        Instant report = clock.instant();
        clock.advance(Duration.ofDays(10));
        deals.reopen(id, svea, clock.instant());

        assertThat(wonAsKnownAt(id, report)).isEqualTo(100_000);
        assertThat(wonAsKnownAt(id, clock.instant())).isNull();
        Deal open = deals.find(id).orElseThrow();
        assertThat(open.stage().name()).isEqualTo("Negotiation");
        assertThat(open.closedAt()).isNull();
        assertThat(events.stream(DealReopened.class)).hasSize(1);
    }

    @Test
    void aCorrectedAmountOfAWonDealIsRestatedOnTheDayOfTheWin() {
        long id = open(new SomeDeal().worth(100_000));
        deals.win(id, svea, clock.instant());
        Instant wonAt = clock.instant();
        clock.advance(Duration.ofDays(5));
        Instant before = clock.instant();
        clock.advance(Duration.ofDays(1));
        deals.change(id, new SomeDeal().worth(120_000).details(), svea, clock.instant());

        assertThat(wonAsKnownAt(id, before)).isEqualTo(100_000);
        assertThat(wonAsKnownAt(id, clock.instant())).isEqualTo(120_000);
        assertThat(db.fetchValue(
                        "select occurred_at from deals.event where deal_id = {0} and kind = 'won' and replaced_at is null",
                        org.jooq.impl.DSL.val(id)))
                .isEqualTo(wonAt.atOffset(java.time.ZoneOffset.UTC));
        assertThatThrownBy(() -> deals.change(id, new SomeDeal().worth(0).details(), svea, clock.instant()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aLossIsStoredWithReasonAndRemark() {
        long id = open(new SomeDeal());
        deals.lose(id, LossReason.COMPETITOR, "Riemen & Söhne", svea, clock.instant());
        assertThat(page.history(id).getFirst()).satisfies(e -> {
            assertThat(e.kind()).isEqualTo("lost");
            assertThat(e.reason()).isEqualTo("L03");
            assertThat(e.note()).isEqualTo("Riemen & Söhne");
        });
        assertThat(deals.find(id).orElseThrow().lossReason()).isEqualTo("L03");
    }

    @Test
    void ofTwoPeopleWhoWinTheSameDealAtOnceOneIsToldItIsWonAlready() throws Exception {
        long stefan = cast.person("stefan").id();
        for (int round = 0; round < 10; round++) {
            long id = open(new SomeDeal());
            List<Callable<Boolean>> both = List.of(() -> wins(id, svea), () -> wins(id, stefan));
            try (var threads = Executors.newFixedThreadPool(2)) {
                List<Boolean> outcomes = new java.util.ArrayList<>();
                for (Future<Boolean> outcome : threads.invokeAll(both)) {
                    outcomes.add(outcome.get());
                }
                assertThat(outcomes).containsExactlyInAnyOrder(true, false);
            }
            assertThat(kinds(id)).containsExactly("created", "won");
        }
    }

    @Test
    void nothingHappensInTheFuture() {
        long id = open(new SomeDeal());
        assertThatThrownBy(() -> deals.win(id, svea, clock.instant().plusSeconds(1)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("deals.error.future"));
        assertThat(kinds(id)).containsExactly("created");
    }

    @Test
    void aChangeThatChangesNothingLeavesNoTrace() {
        long id = open(new SomeDeal());
        deals.change(id, new SomeDeal().details(), svea, clock.instant());
        assertThat(kinds(id)).containsExactly("created");
    }

    @Test
    void theMedianStayNeedsFiveDealsThatLeftTheStage() {
        Instant start = TestClock.START.minus(Duration.ofDays(100));
        long negotiation = stage("Negotiation");
        for (int days : new int[] {10, 20, 30, 40, 1000}) {
            assertThat(stays.medians()).doesNotContainKey(negotiation);
            long id = deals.open(new SomeDeal().details(), negotiation, svea, start);
            deals.win(id, svea, start.plus(Duration.ofDays(Math.min(days, 99))));
        }
        assertThat(stays.medians()).containsEntry(negotiation, Duration.ofDays(30));
    }

    private boolean wins(long id, long person) {
        try {
            deals.win(id, person, clock.instant());
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.key()).isEqualTo("deals.error.closed.won");
            return false;
        }
    }

    private long open(SomeDeal deal) {
        return deals.open(deal.closing(LocalDate.of(2026, 7, 31)).details(), null, svea, clock.instant());
    }

    private long stage(String name) {
        return pipelines.all().getFirst().stages().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> kinds(long id) {
        return db.fetch("select kind from deals.event where deal_id = {0} order by id", org.jooq.impl.DSL.val(id))
                .into(String.class);
    }

    private @Nullable Long wonAsKnownAt(long id, Instant asOf) {
        var at = org.jooq.impl.DSL.val(asOf);
        return db.fetchOptional(
                        "select amount_minor from deals.event_fact where deal_id = {0} and kind = 'won'"
                                + " and recorded_at <= {1} and (replaced_at is null or replaced_at > {1})",
                        org.jooq.impl.DSL.val(id), at)
                .map(r -> r.get(0, Long.class))
                .orElse(null);
    }
}
