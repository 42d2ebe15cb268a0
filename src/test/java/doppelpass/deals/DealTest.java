package doppelpass.deals;

import static doppelpass.deals.SomeDeal.LOST;
import static doppelpass.deals.SomeDeal.NEGOTIATION;
import static doppelpass.deals.SomeDeal.OFFER;
import static doppelpass.deals.SomeDeal.OPENED;
import static doppelpass.deals.SomeDeal.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DealTest {
    private static final Instant LATER = OPENED.plus(Duration.ofDays(9));
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    @Test
    void anOpenDealMovesToAnotherOpenStageAndItsStayBeginsAnew() {
        Deal moved = new SomeDeal().in(OFFER).moveTo(NEGOTIATION, LATER);
        assertThat(moved.stage()).isEqualTo(NEGOTIATION);
        assertThat(moved.stageSince()).isEqualTo(LATER);
        assertThat(moved.createdAt()).isEqualTo(OPENED);
    }

    @Test
    void movingToWhereItStandsKeepsTheStay() {
        assertThat(new SomeDeal().in(OFFER).moveTo(OFFER, LATER).stageSince()).isEqualTo(OPENED);
    }

    @Test
    void nobodyDragsADealIntoWonOrIntoAnotherPipeline() {
        Deal deal = new SomeDeal().in(OFFER);
        assertRefused(() -> deal.moveTo(WON, LATER), "deals.error.closureNotMove");
        Stage elsewhere = new Stage(9, 2, "Offer", 1, Stage.Kind.OPEN, 50);
        assertRefused(() -> deal.moveTo(elsewhere, LATER), "deals.error.otherPipeline");
    }

    @Test
    void aWinNeedsAnAmount() {
        assertRefused(() -> new SomeDeal().worth(0).in(OFFER).win(WON, LATER), "deals.error.winNeedsAmount");
        Deal won = new SomeDeal().worth(1).in(OFFER).win(WON, LATER);
        assertThat(won.closedAt()).isEqualTo(LATER);
        assertThat(won.open()).isFalse();
    }

    @Test
    void aLossKeepsItsReason() {
        Deal lost = new SomeDeal().worth(0).in(OFFER).lose(LossReason.TOO_SLOW, LOST, LATER);
        assertThat(lost.lossReason()).isEqualTo("L08");
        assertThat(lost.closedAt()).isEqualTo(LATER);
    }

    @Test
    void aClosedDealNeitherMovesNorClosesAgainUntilItIsReopened() {
        Deal won = new SomeDeal().in(WON);
        assertRefused(() -> won.win(WON, LATER), "deals.error.closed.won");
        assertRefused(() -> won.lose(LossReason.PRICE, LOST, LATER), "deals.error.closed.won");
        assertRefused(() -> new SomeDeal().in(LOST).moveTo(OFFER, LATER), "deals.error.closed.lost");
        Deal open = new SomeDeal().in(LOST).reopen(OFFER, LATER);
        assertThat(open.closedAt()).isNull();
        assertThat(open.lossReason()).isNull();
        assertRefused(() -> open.reopen(OFFER, LATER), "deals.error.alreadyOpen");
    }

    @Test
    void theWeightedAmountIsAmountTimesChanceRoundedHalfUp() {
        assertThat(OFFER.weighted(2_500_001)).isEqualTo(1_250_001);
        assertThat(NEGOTIATION.weighted(2_500_000)).isEqualTo(1_875_000);
        assertThat(LOST.weighted(2_500_000)).isZero();
    }

    @Test
    void thereAreElevenReasonsEachInGermanAndEnglish() {
        assertThat(Arrays.stream(LossReason.values()).map(LossReason::code))
                .containsExactly("L01", "L02", "L03", "L04", "L05", "L06", "L07", "L08", "L09", "L10", "L11");
        for (LossReason reason : LossReason.values()) {
            for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                assertThat(Messages.text(locale, reason.key()))
                        .doesNotContain("⟦")
                        .hasSizeGreaterThan(4);
            }
            assertThat(LossReason.of(reason.code())).contains(reason);
        }
        assertThat(LossReason.of("Lost to Competition")).isEmpty();
    }

    @Test
    void aDealIsOverdueFromTheDayAfterItsCloseDate() {
        assertThat(rest(TODAY.minusDays(1), 0, null)).isEqualTo(Rest.OVERDUE);
        assertThat(rest(TODAY, 0, null)).isEqualTo(Rest.NONE);
        assertThat(rest(null, 900, null)).isEqualTo(Rest.NONE);
    }

    @Test
    void aDealIsIdleAfterOneAndAHalfMedianStays() {
        Duration tenDays = Duration.ofDays(10);
        assertThat(rest(null, 15, tenDays)).isEqualTo(Rest.NONE);
        assertThat(rest(null, 16, tenDays)).isEqualTo(Rest.IDLE);
    }

    @Test
    void theHistoryNamesTheFieldsAChangeConcernedButNotTheAmount() {
        DealDetails before = new SomeDeal().details();
        DealDetails after = new SomeDeal()
                .named("Servo drives II")
                .worth(1)
                .closing(null)
                .ownedBy(3)
                .details();
        assertThat(before.changed(after)).containsExactly("name", "expectedClose", "owner");
        assertThat(before.changed(before)).isEmpty();
    }

    private static Rest rest(
            @org.jspecify.annotations.Nullable LocalDate close,
            int daysStill,
            @org.jspecify.annotations.Nullable Duration median) {
        Instant now = Instant.parse("2026-06-02T08:00:00Z");
        return Rest.of(close, now.minus(Duration.ofDays(daysStill)), median, now, TODAY);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String key) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
    }
}
