package doppelpass.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CampaignRulesTest {
    @Test
    void withoutAGoalACampaignCannotBeActivated() {
        assertThat(campaign(CampaignDetails.Status.ACTIVE, null).objection()).contains("campaigns.error.goal");
        assertThat(campaign(CampaignDetails.Status.ACTIVE, " ").objection()).contains("campaigns.error.goal");
        assertThat(campaign(CampaignDetails.Status.PLANNED, null).objection()).isEmpty();
        assertThat(campaign(CampaignDetails.Status.ACTIVE, "40 MQLs").objection())
                .isEmpty();
    }

    @Test
    void thereAreFourteenChannelsAndEachHasOneOwner() {
        assertThat(Channel.codes())
                .containsExactly(
                        "organic_search",
                        "paid_search",
                        "paid_social",
                        "organic_social",
                        "email",
                        "referral",
                        "partner",
                        "event",
                        "webinar",
                        "print",
                        "sales_outbound",
                        "service",
                        "direct",
                        "other");
        assertThat(Channel.of("sales_outbound").orElseThrow().owner()).isEqualTo("sales");
        assertThat(Channel.of("webinar").orElseThrow().owner()).isEqualTo("marketing");
        assertThat(Channel.of("tv")).isEmpty();
        for (Channel channel : Channel.values()) {
            assertThat(channel.owner()).isIn("marketing", "sales", "service", "both");
        }
    }

    @Test
    void aCostNeedsAnAmountATeamAndDaysInOrder() {
        LocalDate day = LocalDate.of(2026, 1, 10);
        assertThat(cost(TeamFunction.SALES, 1, day, day).objection()).isEmpty();
        assertThat(cost(TeamFunction.SALES, 0, day, day).objection()).contains("campaigns.error.amount");
        assertThat(cost(TeamFunction.SERVICE, 1, day, day).objection()).contains("campaigns.error.function");
        assertThat(cost(TeamFunction.SALES, 1, day, day.minusDays(1)).objection())
                .contains("campaigns.error.period");
        assertThat(cost(TeamFunction.SALES, 1, day, day.plusYears(11)).objection())
                .contains("campaigns.error.period");
    }

    @Test
    void budgetStandsBesideWhatIsBookedAndServed() {
        NewCost januaryToMarch =
                cost(TeamFunction.MARKETING, 90_00, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
        NewCost wrong = cost(TeamFunction.MARKETING, 500_00, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1));
        List<Cost> costs = List.of(
                new Cost(1, januaryToMarch, null, Instant.EPOCH, null, null),
                new Cost(2, wrong, null, Instant.EPOCH, Instant.EPOCH, null));
        Spending spending = Spending.of(80_00L, costs, LocalDate.of(2026, 1, 31));
        assertThat(spending.bookedMinor()).isEqualTo(90_00);
        assertThat(spending.servedMinor()).isEqualTo(31_00);
        assertThat(spending.leftMinor()).isEqualTo(-10_00);
        assertThat(spending.over()).isTrue();
        assertThat(spending.width()).isEqualTo("100%");
        assertThat(spending.months()).extracting(Spending.Month::minor).containsExactly(31_00L, 28_00L, 31_00L);
        assertThat(Spending.of(null, costs, LocalDate.of(2025, 12, 31)).servedMinor())
                .isZero();
        assertThat(Spending.of(null, List.of(), LocalDate.of(2026, 1, 1)).months())
                .isEmpty();
    }

    private static CampaignDetails campaign(CampaignDetails.Status status, @Nullable String goal) {
        return new CampaignDetails("Spring", "Webinar", Channel.WEBINAR, status, null, null, null, null, goal, null);
    }

    private static NewCost cost(TeamFunction function, long minor, LocalDate from, LocalDate to) {
        return new NewCost(function, null, null, "media", minor, from, to, null);
    }
}
