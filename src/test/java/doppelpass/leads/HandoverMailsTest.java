package doppelpass.leads;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.identity.NewPerson;
import doppelpass.identity.People;
import doppelpass.identity.Team;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.TestMailServer;
import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ladder of a promise as it arrives in mailboxes, through a real SMTP server. */
@DoppelpassTest
class HandoverMailsTest {
    private static final Instant NOW = TestClock.START;

    private final TestMailServer mail;
    private final Leads leads;
    private final Handovers handovers;
    private final TeamPasses teamPasses;
    private final Passes passes;
    private final Escalations escalations;
    private final People people;
    private final SomeContacts contacts;
    private final TestClock clock;
    private final Cast cast;

    HandoverMailsTest(
            TestMailServer mail,
            Leads leads,
            Handovers handovers,
            TeamPasses teamPasses,
            Passes passes,
            Escalations escalations,
            People people,
            SomeContacts contacts,
            TestClock clock,
            Cast cast) {
        this.mail = mail;
        this.leads = leads;
        this.handovers = handovers;
        this.teamPasses = teamPasses;
        this.passes = passes;
        this.escalations = escalations;
        this.people = people;
        this.contacts = contacts;
        this.clock = clock;
        this.cast = cast;
    }

    @BeforeEach
    void aMailServerAndNothingOpen() {
        cast.enter();
        clock.set(NOW);
        mail.start();
        people.prefer(cast.person("stefan").id(), "de", "auto");
    }

    @AfterEach
    void theServerStops() {
        mail.stop();
    }

    @Test
    void halfTheTimeRemindsTheOwnerFourFifthsTheTeamAndTheEndBothLeadsEachOnce() throws Exception {
        long pass = offered();
        // four business hours from 10:00 in Berlin: half at 12:00, four fifths at 13:12, due at 14:00, once and a half
        // 16:00
        assertThat(arrivedAfterTick("PT1H59M")).isEmpty();
        assertThat(arrivedAfterTick("PT2H")).containsExactly("stefan: Ein Pass wartet: " + about(pass));
        assertThat(arrivedAfterTick("PT3H")).isEmpty();
        assertThat(arrivedAfterTick("PT3H12M"))
                .containsExactlyInAnyOrder("stefan: Bald fällig: " + about(pass), "svea: Due soon: " + about(pass));
        assertThat(arrivedAfterTick("PT4H"))
                .containsExactlyInAnyOrder("stefan: Überfällig: " + about(pass), "mara: Overdue: " + about(pass));
        assertThat(arrivedAfterTick("PT6H")).as("that is for the jour fixe").isEmpty();
        assertThat(arrivedAfterTick("PT30H")).isEmpty();
        assertThat(handovers.find(pass).orElseThrow().open()).isTrue();
    }

    @Test
    void theTextNamesTeamPromiseAndTimeInTheReadersLanguageAndNoColleague() throws Exception {
        long pass = offered();
        escalations.tick(NOW.plus(Duration.parse("PT2H")));
        MimeMessage german = mail.receivedBy("stefan@kern.test").getFirst();
        String text = german.getContent().toString();
        assertThat(text)
                .contains(
                        "Sales South", "Vertrieb nimmt an oder gibt zurück", "02.06.2026, 14:00", "/hand-overs/" + pass)
                .doesNotContain("Svea", "Mara", "⟦");
    }

    @Test
    void whoHasAcceptedIsRemindedOfTheCallAndNobodyOfTheDecision() throws Exception {
        long pass = offered();
        handovers.accept(pass, cast.person("svea"), NOW.plus(Duration.ofMinutes(10)));
        // the first call is due in one business hour: half of it is over at 10:40
        assertThat(arrivedAfterTick("PT40M")).containsExactly("svea: A pass waits: " + about(pass));
        handovers.respond(
                handovers.find(pass).orElseThrow().leadId(), cast.person("svea"), NOW.plus(Duration.ofMinutes(45)));
        assertThat(arrivedAfterTick("PT30H")).isEmpty();
    }

    @Test
    void afterALongSilenceOnlyTheHighestRungIsTold() throws Exception {
        long pass = offered();
        assertThat(arrivedAfterTick("PT200H"))
                .containsExactlyInAnyOrder("stefan: Überfällig: " + about(pass), "mara: Overdue: " + about(pass));
    }

    @Test
    void anOverdueLeadStandsInTheInboxOfEverySalesTeam() {
        long north = people.addTeam("Sales North", TeamFunction.SALES, "BY");
        people.add(new NewPerson("nils@kern.test", "Nils North", null, "en", TeamFunction.SALES, north, false, false));
        long pass = offered();
        assertThat(passes.toUs(cast.person("svea"), NOW))
                .extracting(PassView::id)
                .containsExactly(pass);
        assertThat(passes.toUs(cast.person("nils"), NOW)).isEmpty();
        assertThat(passes.waiting(cast.person("nils"))).isZero();
        escalations.tick(NOW.plus(Duration.ofHours(5)));
        assertThat(passes.toUs(cast.person("nils"), NOW))
                .extracting(PassView::pooled)
                .containsExactly(true);
        handovers.accept(pass, cast.person("nils"), NOW.plus(Duration.ofHours(5)));
        assertThat(handovers.find(pass).orElseThrow().outcome()).isEqualTo(Handover.Outcome.ACCEPTED);
    }

    @Test
    void lackOfCapacityCallsTheLeadOfSales() throws Exception {
        long pass = offered();
        handovers.returnWith(pass, Reason.R09, "two of us are ill", cast.person("svea"), NOW);
        assertThat(arrived()).containsExactly("stefan: Keine Kapazität: " + about(pass));
    }

    @Test
    void whoAskedAnotherTeamHearsWhyNot() throws Exception {
        var wish = new TeamPass(
                Handover.Kind.CONTENT,
                About.of(Subject.contact(contacts.complete())),
                "a case study",
                "for mechanical engineering",
                null);
        long pass = teamPasses.offer(wish, cast.person("svea"), NOW);
        handovers.returnWith(pass, Reason.T03, "see the one of May", cast.person("mara"), NOW);
        assertThat(arrived()).containsExactly("svea: Returned: " + about(pass));
        assertThat(mail.receivedBy("svea@kern.test").getFirst().getContent().toString())
                .contains("There already, or being worked on", "see the one of May");
    }

    private List<String> arrivedAfterTick(String later) throws Exception {
        mail.clear();
        clock.set(NOW.plus(Duration.parse(later)));
        escalations.tick(clock.instant());
        escalations.tick(clock.instant());
        return arrived();
    }

    private List<String> arrived() throws Exception {
        return mail.received().stream()
                .map(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().replaceAll(".*<|@.*", "") + ": "
                                + message.getSubject();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private String about(long pass) {
        return passes.get(pass, NOW).about();
    }

    private long offered() {
        long lead = leads.create(
                new NewLead(contacts.complete(), null, "gears", "website", "event", null, "price_request", NOW),
                cast.person("mara"));
        long south = people.teams().stream()
                .filter(team -> team.name().equals("Sales South"))
                .map(Team::id)
                .findFirst()
                .orElseThrow();
        return handovers.offer(lead, new Offer("asked for a price", south, null), cast.person("mara"), NOW);
    }
}
