package doppelpass.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.core.Period;
import doppelpass.core.TeamFunction;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DoppelpassTest
@RecordApplicationEvents
class CostsTest {
    private final Campaigns campaigns;
    private final Costs costs;
    private final TestClock clock;

    CostsTest(Campaigns campaigns, Costs costs, TestClock clock) {
        this.campaigns = campaigns;
        this.costs = costs;
        this.clock = clock;
    }

    @Test
    void aCampaignIsPlannedAndActivatedOnceItHasAGoal(ApplicationEvents events) {
        long id = campaigns.add(campaign(CampaignDetails.Status.PLANNED, null));
        assertThatThrownBy(() -> campaigns.change(id, campaign(CampaignDetails.Status.ACTIVE, null)))
                .isInstanceOf(Refusal.class);
        campaigns.change(id, campaign(CampaignDetails.Status.ACTIVE, "40 MQLs"));
        assertThat(campaigns.find(id).orElseThrow().details())
                .isEqualTo(campaign(CampaignDetails.Status.ACTIVE, "40 MQLs"));
        assertThat(campaigns.open()).extracting(Campaign::id).contains(id);
        assertThat(events.stream(CampaignChanged.class).map(e -> e.before().status()))
                .containsExactly(CampaignDetails.Status.PLANNED);
    }

    @Test
    void aCorrectionReplacesAndBothStayReadable(ApplicationEvents events) {
        Period march = Period.parse("2026-03");
        long wrong = costs.book(cost(TeamFunction.MARKETING, 310_00, march));
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(1));
        long right = costs.correct(wrong, cost(TeamFunction.MARKETING, 210_00, march));

        assertThat(costs.accrued(TeamFunction.MARKETING, march, clock.instant()))
                .isEqualTo(210_00);
        assertThat(costs.accrued(TeamFunction.MARKETING, march, before)).isEqualTo(310_00);
        assertThat(costs.find(wrong).orElseThrow().replacedAt()).isEqualTo(clock.instant());
        assertThat(costs.find(right).orElseThrow().replacesId()).isEqualTo(wrong);
        assertThatThrownBy(() -> costs.correct(wrong, cost(TeamFunction.MARKETING, 1_00, march)))
                .isInstanceOf(Refusal.class);
        assertThat(events.stream(CostBooked.class).map(CostBooked::id)).containsExactly(wrong, right);
    }

    @Test
    void aRemovedCostCountsNoMoreButDidBefore(ApplicationEvents events) {
        Period april = Period.parse("2026-04");
        long id = costs.book(cost(TeamFunction.SALES, 30_00, april));
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(1));
        costs.remove(id);
        assertThat(costs.accrued(TeamFunction.SALES, april, clock.instant())).isZero();
        assertThat(costs.accrued(TeamFunction.SALES, april, before)).isEqualTo(30_00);
        assertThat(events.stream(CostRemoved.class)).containsExactly(new CostRemoved(id));
        assertThatThrownBy(() -> costs.remove(id)).isInstanceOf(Refusal.class);
    }

    @Test
    void theDatabaseSpreadsByDaysToTheSameCentAsTheRule() {
        Period[] parts = {
            Period.parse("2027-01-01/2027-01-08"), Period.parse("2027-01-08/2027-02-01"), Period.parse("2027-02")
        };
        long[] sums = new long[parts.length];
        long[] amounts = {100, 333_33, -77_77, 1, 99_999_99};
        for (int i = 0; i < amounts.length; i++) {
            LocalDate first = LocalDate.of(2027, 1, 1).plusDays(i);
            LocalDate last = first.plusDays(30 + 3L * i);
            costs.book(new NewCost(TeamFunction.SALES, null, null, "media", amounts[i], first, last, null));
            for (int p = 0; p < parts.length; p++) {
                sums[p] += Accrual.split(amounts[i], first, last, java.util.List.of(parts[p]))
                        .getFirst();
            }
        }
        for (int p = 0; p < parts.length; p++) {
            assertThat(costs.accrued(TeamFunction.SALES, parts[p], clock.instant()))
                    .isEqualTo(sums[p]);
        }
    }

    @Test
    void aCostOfNothingIsRefused() {
        assertThatThrownBy(() -> costs.book(cost(TeamFunction.SALES, 0, Period.parse("2026-05"))))
                .isInstanceOf(Refusal.class);
    }

    private static NewCost cost(TeamFunction function, long minor, Period period) {
        return new NewCost(
                function, null, null, "media", minor, period.from(), period.to().minusDays(1), null);
    }

    private static CampaignDetails campaign(
            CampaignDetails.Status status, @org.jspecify.annotations.Nullable String goal) {
        return new CampaignDetails(
                "Spring",
                "Trade Show",
                Channel.EVENT,
                status,
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 5, 31),
                1_000_00L,
                20_000_00L,
                goal,
                null);
    }
}
