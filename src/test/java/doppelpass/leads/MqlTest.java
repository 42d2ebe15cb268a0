package doppelpass.leads;

import static doppelpassdb.leads.Tables.LEAD_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.RelatedPanel;
import doppelpass.glossary.Definition;
import doppelpass.glossary.Dispute;
import doppelpass.glossary.Glossary;
import doppelpass.glossary.Wording;
import doppelpass.rules.Rule;
import doppelpass.rules.Rules;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.timeline.About;
import doppelpass.timeline.Direction;
import doppelpass.timeline.NewTouchpoint;
import doppelpass.timeline.Subject;
import doppelpass.timeline.Touchpoints;
import doppelpass.work.Progress;
import doppelpass.work.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The definition both teams signed decides what is offered, for one lead as for all of them. */
@DoppelpassTest
class MqlTest {
    private static final Instant NOW = TestClock.START;

    private final Leads leads;
    private final Handovers handovers;
    private final Qualifications qualifications;
    private final Glossary glossary;
    private final Rules rules;
    private final Touchpoints touchpoints;
    private final Queue queue;
    private final TestBrowsers browsers;
    private final LeadRelated related;
    private final SomeContacts contacts;
    private final Cast cast;
    private final DSLContext db;

    MqlTest(
            Leads leads,
            Handovers handovers,
            Qualifications qualifications,
            Glossary glossary,
            Rules rules,
            Touchpoints touchpoints,
            Queue queue,
            TestBrowsers browsers,
            LeadRelated related,
            SomeContacts contacts,
            Cast cast,
            DSLContext db) {
        this.leads = leads;
        this.handovers = handovers;
        this.qualifications = qualifications;
        this.glossary = glossary;
        this.rules = rules;
        this.touchpoints = touchpoints;
        this.queue = queue;
        this.browsers = browsers;
        this.related = related;
        this.contacts = contacts;
        this.cast = cast;
        this.db = db;
    }

    @Test
    void theTermOfTheGlossaryFitsTheLeadsAndIsQuotedWithItsVersion() {
        Definition definition = glossary.definition("mql").orElseThrow();
        assertThat(definition.rule().subject().name()).isEqualTo("lead");
        long lead = open("A", "price_request");
        assertThat(qualifications.of(lead, NOW).verdict().definition()).isEqualTo(definition.label());
    }

    @Test
    void aLeadIsJudgedAloneExactlyAsAmongAll() {
        List<Long> some = new ArrayList<>();
        for (String fit : new String[] {"A", "B", "C", "D", "unknown"}) {
            some.add(open(fit, null));
            some.add(open(fit, "demo_request"));
        }
        Rule rule = glossary.definition("mql").orElseThrow().rule();
        List<Long> among = db.select(LEAD_CARD.ID)
                .from(LEAD_CARD)
                .where(rule.condition(LEAD_CARD, NOW), LEAD_CARD.ID.in(some))
                .fetch(LEAD_CARD.ID);
        List<Long> alone = some.stream()
                .filter(id -> qualifications.of(id, NOW).verdict().qualifies())
                .toList();
        assertThat(among).containsExactlyInAnyOrderElementsOf(alone);
        assertThat(alone).as("those who asked, but for class D").hasSize(4);
    }

    @Test
    void aTouchpointThatTipsTheScaleOffersTheLeadAtOnce() {
        long lead = open("B", null);
        long contact = leads.get(lead).contactId();
        touch(contact, "webinar", 3);
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.OPEN);
        assertThat(leads.get(lead).intent()).isEqualTo(20);
        touch(contact, "demo_request", 1);
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.MQL);
        assertThat(handovers.ofLead(lead).getFirst().trigger()).isEqualTo("demo_request");
    }

    @Test
    void rulesMaySpeakOfTouchpoints() {
        long lead = open("C", null);
        touch(leads.get(lead).contactId(), "download", 1);
        Rule rule = (Rule) rules.check("lead.touchpoints.exists(t, t.kind == \"download\")", "lead");
        assertThat(db.fetchCount(LEAD_CARD, LEAD_CARD.ID.eq(lead).and(rule.condition(LEAD_CARD, NOW))))
                .isEqualTo(1);
    }

    @Test
    void whoDisputesTheDefinitionOpensADisputeWithTheLeadAsExample() {
        long lead = open("A", "call_me");
        long pass = handovers.offer(lead, Offer.because("asked for a call"), cast.person("mara"), NOW);
        handovers.returnWith(pass, Reason.R10, "a call-me form alone says nothing", cast.person("svea"), NOW);
        assertThat(glossary.disputes(glossary.get("mql")))
                .extracting(Dispute::text)
                .contains("a call-me form alone says nothing");
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.REWORK);
    }

    @Test
    void anotherDefinitionJudgesAllOpenLeadsAndOffersEachThatNowFulfilsItOnce() {
        String starter = glossary.get("mql").shown().wording().rule();
        long warm = open("C", null);
        long resting = open("C", null);
        long excluded = open("D", null);
        long returned = open("C", null);
        long stirred = open("C", null);
        for (long lead : new long[] {warm, resting, excluded, returned, stirred}) {
            touch(leads.get(lead).contactId(), "webinar", 3);
        }
        db.execute("update leads.lead set revisit_on = '2026-06-03' where id = {0}", org.jooq.impl.DSL.val(resting));
        nurtured(returned, NOW);
        nurtured(stirred, NOW.minus(Duration.ofDays(30)));
        queue.runUntilIdle();
        assertThat(leads.get(warm).state()).isEqualTo(LeadState.OPEN);

        agree("lead.fit != \"D\" && lead.intent >= 20");
        assertThat(leads.get(warm).state()).as("in the background").isEqualTo(LeadState.OPEN);
        assertThat(browsers.as("mara").get("/leads").body()).contains("The definition has changed");
        agree("lead.fit != \"D\" && lead.intent >= 19");
        queue.runUntilIdle();

        assertThat(leads.get(warm).state()).isEqualTo(LeadState.MQL);
        Handover pass = handovers.ofLead(warm).getFirst();
        assertThat(handovers.ofLead(warm)).hasSize(1);
        assertThat(pass.definition())
                .isEqualTo(glossary.definition("mql").orElseThrow().label());
        assertThat(pass.offeredBy()).isNull();
        assertThat(leads.get(resting).state()).as("rests until its day").isEqualTo(LeadState.OPEN);
        assertThat(leads.get(excluded).state()).isEqualTo(LeadState.OPEN);
        assertThat(leads.get(returned).state()).as("nothing new since").isEqualTo(LeadState.NURTURE);
        assertThat(leads.get(stirred).state()).as("came back since").isEqualTo(LeadState.MQL);
        assertThat(browsers.as("mara").get("/leads").body()).doesNotContain("The definition has changed");
        Progress done = queue.progress(db.fetchSingle("select max(id) from work.job where kind = 'leads.recheck'")
                        .get(0, Long.class))
                .orElseThrow();
        assertThat(done.state()).isEqualTo("done");
        agree(starter);
        queue.runUntilIdle();
    }

    private void nurtured(long lead, Instant since) {
        db.execute(
                "update leads.lead set state = 'NURTURE', state_since = {1} where id = {0}",
                org.jooq.impl.DSL.val(lead), org.jooq.impl.DSL.val(since));
    }

    /** Both team leads put another rule in force. */
    private void agree(@org.jspecify.annotations.Nullable String rule) {
        Wording old = glossary.get("mql").shown().wording();
        var wording =
                new Wording(old.nameDe(), old.nameEn(), old.textDe(), old.textEn(), old.allowed(), old.avoided(), rule);
        int number = glossary.propose("mql", wording, "too narrow", null, cast.person("mara"));
        glossary.sign("mql", number, "marketing", cast.person("mara"));
        glossary.sign("mql", number, "sales", cast.person("stefan"));
    }

    @Test
    void aContactsPageShowsItsLeads() {
        long lead = open("A", null);
        assertThat(related.of(Subject.contact(leads.get(lead).contactId()))
                        .orElseThrow()
                        .rows())
                .extracting(RelatedPanel.Row::url)
                .containsExactly("/leads/" + lead);
        assertThat(related.of(Subject.lead(lead))).isEmpty();
    }

    private long open(String fit, @org.jspecify.annotations.Nullable String handRaise) {
        long id = leads.create(
                new NewLead(contacts.at(fit), null, "gears", "website", "event", null, handRaise, NOW),
                cast.person("mara"));
        leads.move(id, LeadState.OPEN, cast.person("mara"), NOW);
        return id;
    }

    private void touch(long contact, String kind, int minutesAgo) {
        touchpoints.record(new NewTouchpoint(
                kind,
                kind.equals("webinar") ? "webinar" : "organic_search",
                Direction.IN,
                "",
                About.of(Subject.contact(contact)),
                NOW.minusSeconds(60L * minutesAgo)));
    }
}
