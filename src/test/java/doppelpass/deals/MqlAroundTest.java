package doppelpass.deals;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.fields.Definitions;
import doppelpass.fields.FieldForm;
import doppelpass.fields.Fields;
import doppelpass.glossary.Glossary;
import doppelpass.glossary.Wording;
import doppelpass.leads.LeadState;
import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.timeline.About;
import doppelpass.timeline.Activities;
import doppelpass.timeline.NewActivity;
import doppelpass.timeline.Subject;
import doppelpass.work.Queue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A definition of the MQL that looks beyond the lead: at its company, the deals and activities around it. */
@DoppelpassTest
class MqlAroundTest {
    private static final Instant NOW = TestClock.START;
    private static final String PAST = "asks for something whose past is not kept";

    private final Leads leads;
    private final Deals deals;
    private final Companies companies;
    private final Activities activities;
    private final Glossary glossary;
    private final Definitions definitions;
    private final Fields fields;
    private final Queue queue;
    private final TestBrowsers browsers;
    private final SomeContacts contacts;
    private final Cast cast;

    MqlAroundTest(
            Leads leads,
            Deals deals,
            Companies companies,
            Activities activities,
            Glossary glossary,
            Definitions definitions,
            Fields fields,
            Queue queue,
            TestBrowsers browsers,
            SomeContacts contacts,
            Cast cast) {
        this.leads = leads;
        this.deals = deals;
        this.companies = companies;
        this.activities = activities;
        this.glossary = glossary;
        this.definitions = definitions;
        this.fields = fields;
        this.queue = queue;
        this.browsers = browsers;
        this.contacts = contacts;
        this.cast = cast;
    }

    @Test
    void aTermAboutCompaniesSignedOnThePagesQualifiesTheirLeads() {
        long machines = open();
        long fashion = open();
        change(fashion, "fashion");
        assertThat(browsers.as("mara").get("/glossary/new").body())
                .contains("value=\"company\"", "value=\"deal\"", "value=\"activity\"");

        term("machine_builder", "company", "company.industry == \"mechanical engineering\"");
        String page = agree("lead.company.is(\"machine_builder\")");
        queue.runUntilIdle();

        assertThat(leads.get(machines).state()).isEqualTo(LeadState.MQL);
        assertThat(leads.get(fashion).state()).isEqualTo(LeadState.OPEN);
        assertThat(browsers.as("mara").get("/leads/" + machines).body())
                .contains("machine_builder", "mechanical engineering");
        assertThat(browsers.as("mara").get(page).body()).doesNotContain(PAST);

        change(fashion, "mechanical engineering");
        assertThat(leads.get(fashion).state())
                .as("once the company is known better")
                .isEqualTo(LeadState.MQL);
    }

    @Test
    void aDealWonWithTheCompanyQualifiesItsOtherLead() {
        long lead = open();
        String page = agree("lead.company.deals.exists(d, d.state == \"won\" && d.amount >= 1000.0)");
        queue.runUntilIdle();
        long small = deal(company(lead), 99_999);
        deals.win(small, null, NOW);
        long big = deal(company(lead), 100_000);
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.OPEN);

        deals.win(big, null, NOW);
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.MQL);
        assertThat(browsers.as("mara").get(page).body()).contains(PAST);
    }

    @Test
    void aCallThatReachedSomebodyQualifiesTheLead() {
        long lead = open();
        agree(
                "lead.activities.exists(a, a.kind == \"call\" && a.outcome == \"reached\" && a.person == \"Mara Marketing\")");
        queue.runUntilIdle();
        call(lead, NewActivity.Outcome.NOT_REACHED);
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.OPEN);
        call(lead, NewActivity.Outcome.REACHED);
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.MQL);
    }

    @Test
    void whatAHouseWantsToKnowOfACallQualifiesTheLeadWhoeverWritesItDown() {
        definitions.add(new FieldForm("activity", "text", "Mood", "Mood", "", "", "", "", "", "", "", "", "", ""));
        long asked = open();
        long later = open();
        agree("lead.activities.exists(a, a.x_mood == \"keen\")");
        queue.runUntilIdle();
        long call = call(later, NewActivity.Outcome.NOT_REACHED);
        assertThat(leads.get(later).state()).isEqualTo(LeadState.OPEN);
        fields.write("activity", call, Map.of("x_mood", "keen"));
        assertThat(leads.get(later).state()).as("field by field").isEqualTo(LeadState.MQL);
        browsers.as("mara")
                .post(
                        "/activities",
                        Map.of("about", "lead-" + asked, "kind", "call", "outcome", "not_reached", "x_mood", "keen"));
        assertThat(leads.get(asked).state()).as("by the form that logs it").isEqualTo(LeadState.MQL);
    }

    private long call(long lead, NewActivity.Outcome outcome) {
        return activities.log(NewActivity.call(
                About.of(Subject.lead(lead)), cast.person("mara").id(), outcome, NOW));
    }

    private long deal(long company, long amount) {
        return deals.open(new SomeDeal().of(company).worth(amount).details(), null, null, NOW);
    }

    private long company(long lead) {
        return Objects.requireNonNull(leads.get(lead).companyId());
    }

    private void change(long lead, String industry) {
        long company = company(lead);
        CompanyDetails was = companies.find(company).orElseThrow().details();
        companies.change(
                company,
                new CompanyDetails(
                        was.name(),
                        null,
                        null,
                        null,
                        industry,
                        null,
                        null,
                        null,
                        null,
                        "DE",
                        null,
                        "C",
                        null,
                        null,
                        null));
    }

    private long open() {
        long id = leads.create(
                new NewLead(contacts.at("C"), null, "gears", "website", "event", null, null, NOW), cast.person("mara"));
        leads.move(id, LeadState.OPEN, cast.person("mara"), NOW);
        return id;
    }

    /** On the pages: a new term, signed by both teams. */
    private void term(String key, String subject, String rule) {
        Map<String, String> form = new HashMap<>(
                Map.of("key", key, "owner", "both", "subject", subject, "nameDe", key, "nameEn", key, "textDe", key));
        form.putAll(Map.of("textEn", key, "rule", rule));
        assertThat(browsers.as("mara").post("/glossary", form).statusCode()).isEqualTo(302);
        sign("/glossary/" + key + "/versions/1");
    }

    /** On the pages: another definition of the MQL, signed by both teams; the address of its version. */
    private String agree(String rule) {
        Wording old = glossary.get("mql").shown().wording();
        String page = browsers.as("mara")
                .post(
                        "/glossary/mql/versions",
                        Map.of(
                                "nameDe", old.nameDe(),
                                "nameEn", old.nameEn(),
                                "textDe", old.textDe(),
                                "textEn", old.textEn(),
                                "rule", rule,
                                "note", "wider"))
                .headers()
                .firstValue("Location")
                .map(location -> location.substring(location.indexOf("/glossary/")))
                .orElseThrow();
        sign(page);
        return page;
    }

    private void sign(String version) {
        WebClient mara = browsers.as("mara");
        mara.send("PUT", version + "/signatures/marketing", Map.of());
        browsers.as("stefan").send("PUT", version + "/signatures/sales", Map.of());
    }
}
