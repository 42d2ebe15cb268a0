package doppelpass.deals;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.leads.SomeContacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.timeline.About;
import doppelpass.timeline.Activities;
import doppelpass.timeline.Direction;
import doppelpass.timeline.NewActivity;
import doppelpass.timeline.Origin;
import doppelpass.timeline.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who takes part in a purchase decision, and whether enough of them are known. */
@DoppelpassTest
class BuyingCenterTest {
    private static final Instant NOW = TestClock.START;

    private final BuyingCenters centers;
    private final Deals deals;
    private final Activities activities;
    private final SomeContacts contacts;
    private final TestBrowsers browsers;
    private final DSLContext db;
    private final Cast cast;
    private long decider;
    private long company;
    private long deal;

    BuyingCenterTest(
            BuyingCenters centers,
            Deals deals,
            Activities activities,
            SomeContacts contacts,
            TestBrowsers browsers,
            DSLContext db,
            Cast cast) {
        this.centers = centers;
        this.deals = deals;
        this.activities = activities;
        this.contacts = contacts;
        this.browsers = browsers;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        decider = contacts.complete();
        company = db.fetchSingle("select company_id from contacts.contact where id = ?", decider)
                .get(0, Long.class);
        deal = deals.open(new SomeDeal().named("Gearboxes").of(company).details(), null, null, NOW);
    }

    @Test
    void itIsCoveredByThreePeopleAndADeciderWhoCameToUsLately() {
        put(decider, BuyingRole.DECIDER);
        put(contacts.bare(), BuyingRole.USER);
        assertThat(centers.of(deal).enough()).isFalse();
        put(contacts.bare(), BuyingRole.CHAMPION);
        assertThat(centers.of(deal).people())
                .extracting(Participant::role)
                .containsExactly(BuyingRole.DECIDER, BuyingRole.CHAMPION, BuyingRole.USER);
        assertThat(centers.of(deal).coveredAt(NOW)).as("nothing was heard").isFalse();
        mail(Direction.OUT, NOW.minus(Duration.ofDays(1)));
        assertThat(centers.of(deal).coveredAt(NOW)).as("we wrote, they did not").isFalse();
        mail(Direction.IN, NOW.minus(Duration.ofDays(60)));
        assertThat(centers.of(deal).coveredAt(NOW)).isTrue();
        assertThat(centers.of(deal).coveredAt(NOW.plus(Duration.ofSeconds(1))))
                .as("60 days are over")
                .isFalse();
    }

    @Test
    void onePersonHasOneRoleInADealAndCanLeaveIt() {
        put(decider, BuyingRole.USER);
        put(decider, BuyingRole.DECIDER);
        assertThat(centers.of(deal).people()).extracting(Participant::role).containsExactly(BuyingRole.DECIDER);
        assertThat(centers.candidates(deal)).isEmpty();
        centers.remove(deal, decider);
        assertThat(centers.of(deal).people()).isEmpty();
        assertThat(centers.candidates(deal)).hasSize(1);
    }

    @Test
    void theDealAndItsCompanyShowTheRolesAndOnlySalesWritesThem() {
        WebClient svea = browsers.as("svea");
        String url = "/deals/" + deal + "/buying-center";
        assertThat(svea.get("/deals/" + deal).body()).contains("Nobody yet.", "action=\"" + url + "\"");
        svea.send("PUT", url, Map.of("contact", Long.toString(decider), "role", "decider"));
        assertThat(svea.get("/deals/" + deal).body()).contains("Fewer than three people are known.");
        assertThat(svea.get("/companies/" + company).body()).contains("Buying center", "<span class=\"tag\">Decider");
        assertThat(svea.send("PUT", url, Map.of("contact", "999999", "role", "decider"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(svea.send("PUT", url, Map.of("contact", Long.toString(decider), "role", "king"))
                        .statusCode())
                .isEqualTo(422);
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/deals/" + deal).body()).contains("Decider").doesNotContain("action=\"" + url + "\"");
        assertThat(mara.send("DELETE", url + "/" + decider, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(centers.of(deal).people()).hasSize(1);
    }

    private void put(long contact, BuyingRole role) {
        centers.put(deal, contact, role, cast.person("svea"));
    }

    private void mail(Direction direction, Instant at) {
        activities.log(new NewActivity(
                NewActivity.Kind.EMAIL,
                direction,
                NewActivity.Outcome.DONE,
                "Offer",
                null,
                About.of(Subject.contact(decider)),
                cast.person("svea").id(),
                at,
                null,
                Origin.NONE));
    }
}
