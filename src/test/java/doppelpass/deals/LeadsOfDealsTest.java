package doppelpass.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.leads.Handover;
import doppelpass.leads.Handovers;
import doppelpass.leads.LeadState;
import doppelpass.leads.Leads;
import doppelpass.leads.PassView;
import doppelpass.leads.Passes;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead follows its deals. */
@DoppelpassTest
class LeadsOfDealsTest {
    private static final Instant NOW = TestClock.START;

    private final Deals deals;
    private final Leads leads;
    private final Passes passes;
    private final Handovers handovers;
    private final DSLContext db;
    private final Cast cast;

    LeadsOfDealsTest(Deals deals, Leads leads, Passes passes, Handovers handovers, DSLContext db, Cast cast) {
        this.deals = deals;
        this.leads = leads;
        this.passes = passes;
        this.handovers = handovers;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void serviceHasTakenOverEverybody() {
        db.execute("delete from leads.handover where kind = 'onboarding'");
    }

    @Test
    void aQualifiedLeadBecomesAnOpportunityThenWonAndBackAgain() {
        long lead = lead("SQL");
        long deal = open(lead);
        assertThat(state(lead)).isEqualTo(LeadState.OPPORTUNITY);
        deals.win(deal, svea(), NOW);
        assertThat(state(lead)).isEqualTo(LeadState.WON);
        deals.reopen(deal, svea(), NOW);
        assertThat(state(lead)).isEqualTo(LeadState.OPPORTUNITY);
    }

    @Test
    void aWinIsHandedToServiceWithWhatWasPromisedAndWithdrawnWhenItIsTakenBack() {
        long deal = open(lead("SQL"));
        deals.win(deal, "delivery in calendar week 30", svea(), NOW);
        PassView pass = passes.toUs(cast.person("selma"), NOW).getFirst();
        assertThat(pass.pass().kind()).isEqualTo(Handover.Kind.ONBOARDING);
        assertThat(pass.pass().about().dealId()).isEqualTo(deal);
        assertThat(pass.pass().message()).isEqualTo("delivery in calendar week 30");
        assertThat(pass.pass().offeredBy()).isEqualTo(svea());
        // two business days from Tuesday 10:00, Corpus Christi between
        assertThat(pass.pass().dueAcceptAt()).isEqualTo(Instant.parse("2026-06-05T08:00:00Z"));
        deals.reopen(deal, svea(), NOW);
        assertThat(passes.toUs(cast.person("selma"), NOW)).isEmpty();
        deals.win(deal, svea(), NOW);
        assertThat(passes.toUs(cast.person("selma"), NOW)).hasSize(1);
        handovers.accept(passes.toUs(cast.person("selma"), NOW).getFirst().id(), cast.person("selma"), NOW);
        assertThat(passes.toUs(cast.person("selma"), NOW)).isEmpty();
    }

    @Test
    void aWinTypedInWeeksLaterIsHistoryForService() {
        long deal = deals.open(new SomeDeal().details(), null, svea(), NOW.minusSeconds(30 * 86_400));
        deals.win(deal, svea(), NOW.minusSeconds(15 * 86_400));
        assertThat(passes.toUs(cast.person("selma"), NOW)).isEmpty();
    }

    @Test
    void theReasonOfALossReachesTheLead() {
        long lead = lead("SQL");
        deals.lose(open(lead), LossReason.TOO_SLOW, null, svea(), NOW);
        assertThat(state(lead)).isEqualTo(LeadState.LOST);
        assertThat(db.fetchValue("select reason from leads.entry where state = 'LOST' and lead_id = " + lead))
                .isEqualTo("L08");
    }

    @Test
    void aLeadIsLostOnlyWithItsLastDeal() {
        long lead = lead("SQL");
        long first = open(lead);
        long second = open(lead);
        deals.lose(first, LossReason.PRICE, null, svea(), NOW);
        assertThat(state(lead)).isEqualTo(LeadState.OPPORTUNITY);
        deals.lose(second, LossReason.PRICE, null, svea(), NOW);
        assertThat(state(lead)).isEqualTo(LeadState.LOST);
    }

    @Test
    void nobodyOpensADealFromALeadSalesHasNotAccepted() {
        long lead = lead("OPEN");
        assertThatThrownBy(() -> open(lead)).isInstanceOf(Refusal.class);
        assertThat(state(lead)).isEqualTo(LeadState.OPEN);
        assertThat(db.fetchValue("select count(*) from deals.deal where lead_id = " + lead))
                .isEqualTo(0L);
    }

    private long open(long lead) {
        DealDetails plain = new SomeDeal().details();
        DealDetails details = new DealDetails(
                plain.name(),
                null,
                null,
                lead,
                null,
                null,
                plain.type(),
                "",
                "other",
                plain.amountMinor(),
                null,
                plain.expectedClose(),
                null,
                null,
                svea(),
                null);
        return deals.open(details, null, svea(), NOW);
    }

    private long svea() {
        return cast.person("svea").id();
    }

    private LeadState state(long lead) {
        return leads.get(lead).state();
    }

    private long lead(String state) {
        long contact = id("insert into contacts.contact (last_name, created_at) values ('Kern', now()) returning id");
        return id("insert into leads.lead (contact_id, state, owner_id, created_at, state_since) values (" + contact
                + ", '" + state + "', " + svea() + ", '2026-05-01', '2026-05-02') returning id");
    }

    private long id(String insert) {
        return Objects.requireNonNull(db.fetchSingle(insert).get(0, Long.class));
    }
}
