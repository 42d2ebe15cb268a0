package doppelpass.leads;

import static doppelpassdb.leads.Tables.LEAD_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.leads.Interest.Part;
import doppelpass.rules.Rule;
import doppelpass.rules.Rules;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.timeline.About;
import doppelpass.timeline.Direction;
import doppelpass.timeline.NewTouchpoint;
import doppelpass.timeline.Subject;
import doppelpass.timeline.Touchpoints;
import doppelpass.work.Queue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class InterestTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Leads leads;
    private final Interests interests;
    private final Qualifications qualifications;
    private final InterestNight night;
    private final Queue queue;
    private final Touchpoints touchpoints;
    private final SomeContacts contacts;
    private final Rules rules;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    InterestTest(
            Leads leads,
            Interests interests,
            Qualifications qualifications,
            InterestNight night,
            Queue queue,
            Touchpoints touchpoints,
            SomeContacts contacts,
            Rules rules,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.leads = leads;
        this.interests = interests;
        this.qualifications = qualifications;
        this.night = night;
        this.queue = queue;
        this.touchpoints = touchpoints;
        this.contacts = contacts;
        this.rules = rules;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void aTuesdayInJune() {
        clock.set(TestClock.START);
        interests.decay(clock.instant());
    }

    @Test
    void theScoreIsTheSumOfItsReasons() {
        long contact = contacts.complete();
        for (int i = 0; i < 3; i++) seen(contact, "pricing_page", 0);
        seen(contact, "reply", 0);
        seen(contact, "download", 0);
        assertThat(of(contact))
                .isEqualTo(new Interest(
                        80,
                        List.of(
                                new Part("pricing_page", 3, 45),
                                new Part("reply", 1, 25),
                                new Part("download", 1, 10))));
    }

    @Test
    void thirtyDaysHalveAndSixtyQuarter() {
        assertThat(after("demo_request", 30)).isEqualTo(20);
        assertThat(after("demo_request", 60)).isEqualTo(10);
        // 40 × 2^(−15/30) = 28.28
        assertThat(after("demo_request", 15)).isEqualTo(28);
    }

    @Test
    void lookingForAJobIsNoInterestInBuyingAndIsForgottenAsSlowly() {
        long contact = contacts.complete();
        seen(contact, "download", 0);
        seen(contact, "careers_page", 0);
        assertThat(of(contact))
                .isEqualTo(new Interest(0, List.of(new Part("download", 1, 10), new Part("careers_page", 1, -20))));
        // 25 − 20 × 2^(−60/30) = 20
        long other = contacts.complete();
        seen(other, "reply", 0);
        seen(other, "careers_page", 60);
        assertThat(of(other).score()).isEqualTo(20);
    }

    @Test
    void unknownKindsAndTheFutureDoNotCount() {
        long contact = contacts.complete();
        seen(contact, "open", 0);
        seen(contact, "reply", -1);
        assertThat(of(contact)).isEqualTo(new Interest(0, List.of()));
    }

    @Test
    void theNightComesAtMidnightOfTheOrganisationAndTakesADayOff() {
        // Tuesday 10:00 in Berlin: the next midnight there is 22:00 UTC
        assertThat(night.next(clock.instant())).contains(Instant.parse("2026-06-02T22:00:00Z"));
        long lead = lead();
        seen(leads.get(lead).contactId(), "demo_request", 0);
        qualifications.review(lead, clock.instant());
        assertThat(leads.get(lead).intent()).isEqualTo(40);
        queue.runUntilIdle();
        clock.set(Instant.parse("2026-07-02T22:30:00Z"));
        queue.put("leads.interest", "");
        queue.runUntilIdle();
        // 31 days later: 40 × 2^(−31/30) = 19.54
        assertThat(leads.get(lead).intent()).isEqualTo(20);
    }

    @Test
    void whatIsTypedInLaterCountsButOffersNothing() {
        long lead = lead("A");
        long contact = leads.get(lead).contactId();
        for (String kind : new String[] {"demo_request", "reply"}) {
            touchpoints.record(new NewTouchpoint(
                    kind,
                    "email",
                    Direction.IN,
                    "",
                    About.of(Subject.contact(contact)),
                    clock.instant().minus(Duration.ofDays(3))));
        }
        // (40 + 25) × 2^(−3/30): 37 + 23, enough for the definition
        assertThat(leads.get(lead).intent()).isEqualTo(60);
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.OPEN);
    }

    /** The oracle is the formula of the definition, written once more in Java with whole days of the organisation's zone. */
    @Test
    void pagesListsAndRulesTellTheSameScoreOnEveryDayAndAtEveryHour() {
        Random dice = new Random(11);
        List<String> kinds =
                List.of("demo_request", "reply", "webinar", "pricing_page", "click", "careers_page", "open");
        Map<Long, Map<Instant, String>> seen = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            long lead = lead();
            Map<Instant, String> did = new HashMap<>();
            for (int k = dice.nextInt(8); k > 0; k--) {
                Instant at = clock.instant().minus(Duration.ofMinutes(dice.nextInt(120 * 24 * 60)));
                String kind = kinds.get(dice.nextInt(kinds.size()));
                did.put(at, kind);
                insert(leads.get(lead).contactId(), kind, at);
            }
            seen.put(lead, did);
            qualifications.review(lead, clock.instant());
        }
        for (int hours : new int[] {0, 9, 20, 24, 37, 24 * 30}) {
            clock.set(TestClock.START.plus(Duration.ofHours(hours)));
            // nine hours on it is still Tuesday; twenty hours on midnight has passed, and the night may be late
            if (hours >= 24) interests.decay(clock.instant());
            LocalDate day = hours < 24 ? LocalDate.of(2026, 6, 2) : LocalDate.ofInstant(clock.instant(), ZONE);
            Map<Long, Integer> stored = db.select(LEAD_CARD.ID, LEAD_CARD.INTENT)
                    .from(LEAD_CARD)
                    .where(LEAD_CARD.ID.in(seen.keySet()))
                    .fetchMap(LEAD_CARD.ID, LEAD_CARD.INTENT);
            seen.forEach((lead, did) -> {
                int expected = expected(did, day);
                assertThat(stored.get(lead)).as("list, lead " + lead).isEqualTo(expected);
                assertThat(qualifications.of(lead, clock.instant()).interest().score())
                        .as("page, lead " + lead)
                        .isEqualTo(expected);
            });
            Rule rule = (Rule) rules.check("lead.intent >= 25", "lead");
            List<Long> warm = db.select(LEAD_CARD.ID)
                    .from(LEAD_CARD)
                    .where(rule.condition(LEAD_CARD, clock.instant()), LEAD_CARD.ID.in(seen.keySet()))
                    .fetch(LEAD_CARD.ID);
            List<Long> reckoned = new ArrayList<>();
            seen.forEach((lead, did) -> {
                if (expected(did, day) >= 25) reckoned.add(lead);
            });
            assertThat(warm).containsExactlyInAnyOrderElementsOf(reckoned);
        }
    }

    private static int expected(Map<Instant, String> did, LocalDate day) {
        Map<String, Integer> points = Map.of(
                "demo_request", 40, "reply", 25, "webinar", 20, "pricing_page", 15, "click", 5, "careers_page", -20);
        Map<String, Double> worth = new HashMap<>();
        did.forEach((at, kind) -> worth.merge(
                kind,
                points.getOrDefault(kind, 0)
                        * Math.pow(0.5, ChronoUnit.DAYS.between(LocalDate.ofInstant(at, ZONE), day) / 30.0),
                Double::sum));
        return (int) Math.max(0, worth.values().stream().mapToLong(Math::round).sum());
    }

    private int after(String kind, int days) {
        long contact = contacts.complete();
        seen(contact, kind, days);
        return of(contact).score();
    }

    private Interest of(long contact) {
        return interests.of(contact, clock.instant());
    }

    private void seen(long contact, String kind, int daysAgo) {
        insert(contact, kind, clock.instant().minus(Duration.ofDays(daysAgo)));
    }

    private void insert(long contact, String kind, Instant at) {
        db.execute(
                "insert into timeline.touchpoint (kind, channel, contact_id, occurred_at) values ({0}, 'event', {1}, {2})",
                org.jooq.impl.DSL.val(kind), org.jooq.impl.DSL.val(contact), org.jooq.impl.DSL.val(at));
    }

    /** Of a class that no definition offers by interest alone. */
    private long lead() {
        return lead("C");
    }

    private long lead(String fit) {
        long id = leads.create(
                new NewLead(contacts.at(fit), null, "gears", "website", "event", null, null, TestClock.START),
                cast.person("mara"));
        leads.move(id, LeadState.OPEN, cast.person("mara"), TestClock.START);
        return id;
    }
}
