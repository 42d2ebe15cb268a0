package doppelpass.leads;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class LeadPagesTest {
    private final TestBrowsers browsers;
    private final Leads leads;
    private final Handovers handovers;
    private final SomeContacts contacts;
    private final Consistency consistency;
    private final Cast cast;

    LeadPagesTest(
            TestBrowsers browsers,
            Leads leads,
            Handovers handovers,
            SomeContacts contacts,
            Consistency consistency,
            Cast cast) {
        this.browsers = browsers;
        this.leads = leads;
        this.handovers = handovers;
        this.contacts = contacts;
        this.consistency = consistency;
        this.cast = cast;
    }

    @AfterEach
    void nothingIsInconsistent() {
        assertThat(consistency.findings()).isEmpty();
    }

    @Test
    void maraCreatesALeadAndPassesItAndSveaFindsItInHerInboxWithEverythingToDecide() {
        WebClient mara = browsers.as("mara");
        long contact = contacts.complete();
        assertThat(mara.get("/leads/new?contact=" + contact).body()).contains("Julia Kern");
        var form = Map.of(
                "contact", Long.toString(contact),
                "productLine", "gears",
                "source", "website",
                "channel", "paid_search",
                "handRaise", "price_request");
        String lead = location(mara.post("/leads", form));
        assertThat(mara.get(lead).body()).contains("Asked for a price", "Offer to sales");
        long id = Long.parseLong(lead.replaceAll("\\D", ""));
        mara.post(lead + "/hand-overs", Map.of("trigger", "needs 40 gears in autumn", "team", ""));
        assertThat(leads.get(id).state()).isEqualTo(LeadState.MQL);

        WebClient svea = browsers.as("svea");
        long pass = handovers.ofLead(id).getFirst().id();
        assertThat(svea.get("/hand-overs").body()).contains("Kern Werk", "4:00 h left");
        assertThat(svea.get("/hand-overs/" + pass).body())
                .contains(
                        "needs 40 gears in autumn",
                        "Head of purchasing",
                        "240 employees",
                        "company is there",
                        "fit A, interest 0, request for contact Asked for a price",
                        "+49 751 1",
                        "legitimate interest",
                        "1 business hour",
                        "data-key=\"a\"",
                        "data-key=\"r\"",
                        "data-key=\"q\"");
        assertThat(location(svea.send("PUT", "/hand-overs/" + pass + "/acceptance", Map.of())))
                .endsWith(lead);
        assertThat(leads.get(id).ownerId()).isEqualTo(cast.person("svea").id());
    }

    @Test
    void whoIsTooLateReadsWhoWasFaster() {
        long pass = offered();
        handovers.accept(pass, cast.person("stefan"), TestClock.START.plusSeconds(60));
        WebClient svea = browsers.as("svea");
        var answer = svea.send("PUT", "/hand-overs/" + pass + "/acceptance", Map.of());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Already accepted by Stefan Sales");
    }

    @Test
    void aReturnedPassWaitsInTheInboxOfMarketingAndShowsUpInTheFeedback() {
        long pass = offered();
        WebClient svea = browsers.as("svea");
        svea.get("/hand-overs/" + pass);
        svea.send("PUT", "/hand-overs/" + pass + "/return", Map.of("reason", "R01", "note", "no phone number"));
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/hand-overs").body()).contains("Back for rework", "Offer again");
        assertThat(mara.get("/hand-overs/feedback").body()).contains("Mandatory data missing", "Paid search");
        assertThat(mara.get("/hand-overs/history").body()).contains("returned", "in time");
    }

    @Test
    void aQuestionWaitsForMarketingAndTheAnswerLetsTheClockGoOn() {
        long pass = offered();
        WebClient svea = browsers.as("svea");
        svea.get("/hand-overs");
        svea.post("/hand-overs/" + pass + "/query", Map.of("question", "Which torque do they need?"));
        assertThat(svea.get("/hand-overs/" + pass).body()).contains("clock rests");
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/hand-overs/" + pass).body())
                .contains("Which torque do they need?", "their clock goes on");
        mara.send("PUT", "/hand-overs/" + pass + "/answer", Map.of("answer", "80 Nm"));
        assertThat(handovers.find(pass).orElseThrow().pausedAt()).isNull();
        assertThat(svea.get("/hand-overs/" + pass).body()).contains("80 Nm");
    }

    @Test
    void eachRoleDoesWhatItMay() {
        long pass = offered();
        long lead = handovers.find(pass).orElseThrow().leadId();
        assertThat(browsers.as("boris").get("/leads").statusCode())
                .as("no personal data for the works council")
                .isEqualTo(403);
        assertThat(browsers.as("boris").get("/hand-overs/" + pass).statusCode()).isEqualTo(403);
        assertThat(browsers.as("boris").get("/promises").statusCode()).isEqualTo(200);
        assertThat(browsers.as("carlo").get("/leads/" + lead).body())
                .contains("Offered to sales")
                .doesNotContain("data-dialog=\"disqualify\"");
        assertThat(send("mara", "PUT", "/hand-overs/" + pass + "/acceptance")).isEqualTo(403);
        assertThat(send("carlo", "PUT", "/hand-overs/" + pass + "/acceptance")).isEqualTo(403);
        assertThat(send("svea", "POST", "/leads/" + lead + "/hand-overs")).isEqualTo(403);
        assertThat(browsers.stranger().get("/leads").statusCode()).isEqualTo(302);
    }

    @Test
    void leadershipChangesAPromiseAndOthersOnlyReadIt() {
        WebClient lena = browsers.as("lena");
        assertThat(lena.get("/promises").body()).contains("name=\"amount\"");
        lena.send("PUT", "/promises/S2/raised", Map.of("amount", "2", "unit", "BUSINESS_HOURS"));
        assertThat(browsers.as("svea").get("/promises").body())
                .contains("2 business hours")
                .doesNotContain("name=\"amount\"");
        assertThat(lena.send("PUT", "/promises/S2/raised", Map.of("amount", "0", "unit", "BUSINESS_HOURS"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("svea", "PUT", "/promises/S2/raised")).isEqualTo(403);
    }

    @Test
    void whatIsMissingInTheFormIsSaidBesideTheField() {
        WebClient mara = browsers.as("mara");
        mara.get("/leads/new");
        var answer = mara.post("/leads", Map.of("productLine", "", "source", "", "channel", "other"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose a contact.", "aria-invalid=\"true\"");
    }

    @Test
    void theListKeepsItsFiltersAndSaysWhenNothingIsLeft() {
        offered();
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/leads?state=MQL&fit=A&owner=mine&sort=intent").body())
                .contains("Kern Werk", "Offered to sales");
        assertThat(mara.get("/leads?q=nobody-has-this-name").body()).contains("No record meets this");
        assertThat(mara.get("/leads?at=nonsense").body()).contains("Kern Werk");
        assertThat(mara.get("/leads/999999").statusCode()).isEqualTo(404);
        assertThat(mara.get("/hand-overs/999999").statusCode()).isEqualTo(404);
    }

    private int send(String who, String method, String path) {
        WebClient client = browsers.as(who);
        return client.send(method, path, Map.of()).statusCode();
    }

    private long offered() {
        var lead =
                new NewLead(contacts.complete(), null, "gears", "website", "paid_search", null, null, TestClock.START);
        long id = leads.create(lead, cast.person("mara"));
        return handovers.offer(id, Offer.because("asked for a price"), cast.person("mara"), TestClock.START);
    }

    private static String location(HttpResponse<String> answer) {
        String url = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        return java.net.URI.create(url).getPath();
    }
}
