package doppelpass.demo;

import doppelpass.identity.Person;
import doppelpass.leads.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The passes that wait in both inboxes right now: fresh ones, one that is nearly due, and one on each side that is overdue. */
final class Waiting {
    private final Scene scene;
    private final Market market;
    private final LeadStory leads;
    private final PassStory passes;

    Waiting(Scene scene, Market market, LeadStory leads, PassStory passes) {
        this.scene = scene;
        this.market = market;
        this.leads = leads;
        this.passes = passes;
    }

    void tell() {
        offered(Sources.SEARCH, "price_request", Duration.ofMinutes(25));
        offered(Sources.REFERRAL, "demo_request", Duration.ofMinutes(95));
        offered(Sources.PARTNER, "call_me", Duration.ofMinutes(214));
        offered(Sources.ADS, "demo_request", Duration.ofMinutes(395));
        ripened(Sources.WEBINAR, Duration.ofMinutes(250));
        ripened(Sources.MAIL, Duration.ofMinutes(130));
        asked();
        accepted();
        returned(Reason.R01, Duration.ofMinutes(330));
        returned(Reason.R08, Duration.ofMinutes(1240));
        resting();
    }

    private void offered(Sources source, String plea, Duration ago) {
        Instant at = back(ago);
        Course course = someone(source, plea, at);
        passes.open(course, Titles.of(plea, course.line()), null, at.plusSeconds(40));
        course.lead().interest(55);
    }

    private void ripened(Sources source, Duration ago) {
        Instant at = back(ago);
        Course course = grown(source, at);
        passes.open(course, Titles.of("webinar", course.line()), null, at);
    }

    /** Sales asked a question; its clock rests until marketing answers. */
    private void asked() {
        Instant at = back(Duration.ofMinutes(210));
        Course course = someone(Sources.DIRECT, "call_me", at);
        passes.open(course, Titles.of("call_me", course.line()), null, at.plusSeconds(40));
        String question = scene.words().of("questions of sales").getFirst();
        course.lead().query(question, seller(course), back(Duration.ofMinutes(120)));
    }

    /** Taken an hour ago, and not called yet. */
    private void accepted() {
        Instant at = back(Duration.ofMinutes(160));
        Course course = someone(Sources.SEARCH, "demo_request", at);
        passes.open(course, Titles.of("demo_request", course.line()), null, at.plusSeconds(40));
        course.lead().accept(seller(course), back(Duration.ofMinutes(42)));
    }

    private void returned(Reason reason, Duration ago) {
        Instant at = back(ago);
        Course course = grown(Sources.EVENT, at.minus(Duration.ofDays(3)));
        passes.open(
                course,
                Titles.of("event", course.line()),
                scene.troupe().mila(),
                scene.pace().working(at.minus(Duration.ofHours(20))));
        String note = scene.words().of("notes to a return").get(reason == Reason.R01 ? 5 : 6);
        course.lead().returnWith(reason, note, seller(course), at);
    }

    private void resting() {
        Instant at = back(Duration.ofMinutes(420));
        Instant came = scene.pace().working(at.minus(Duration.ofDays(12)));
        Course course = someone(Sources.SEARCH, "price_request", came);
        passes.open(course, Titles.of("price_request", course.line()), null, came.plusSeconds(40));
        Instant taken = scene.pace().answer(came, course.lead().due().orElseThrow(), true);
        Person seller = seller(course);
        course.lead().accept(seller, taken);
        Instant called = scene.pace().answer(taken, course.lead().due().orElseThrow(), true);
        scene.log().call(course.about(), seller.id(), true, "Erstgespräch zur Anfrage", null, called, 12);
        course.lead().respond(seller, called);
        String note = scene.words().of("notes to a rest").getFirst();
        course.lead().recycle(Reason.Y01, note, scene.story().today().plusDays(120), seller, at);
    }

    /** A lead that asked for contact, with the visits that came before. */
    private Course someone(Sources source, String plea, Instant at) {
        Course course = begin(source, plea, at);
        leads.seen(course, "visit", at.minus(Duration.ofHours(30)));
        leads.seen(course, "download", at.minus(Duration.ofDays(6)));
        leads.seen(course, "visit", at.minus(Duration.ofDays(8)));
        return course;
    }

    /** A lead whose interest grew over three weeks. */
    private Course grown(Sources source, Instant at) {
        Course course = begin(source, null, at.minus(Duration.ofDays(20)));
        course.lead()
                .move(
                        doppelpass.leads.LeadState.OPEN,
                        scene.troupe().mila(),
                        scene.pace().working(at.minus(Duration.ofDays(19))));
        leads.seen(course, "download", at.minus(Duration.ofDays(12)));
        leads.seen(course, "event", at.minus(Duration.ofDays(6)));
        leads.seen(course, "download", at.minus(Duration.ofDays(3)));
        leads.seen(course, "webinar", at.minus(Duration.ofDays(1)));
        leads.seen(course, "webinar", at.minus(Duration.ofMinutes(3)));
        course.lead().interest(68);
        return course;
    }

    private Course begin(Sources source, @org.jspecify.annotations.Nullable String plea, Instant at) {
        Line line = Line.any(scene.dice());
        Market.Who who = market.prospect(at, source.title(), line.title(), 180);
        while (who.firm() == null || !List.of("A", "B").contains(who.fit()) || !who.complete() || !who.reachable()) {
            who = market.prospect(at, source.title(), line.title(), 180);
        }
        return leads.begin(source, line, plea, at, who);
    }

    private Person seller(Course course) {
        return course.team() == scene.troupe().north()
                ? scene.troupe().jonas()
                : scene.troupe().svea();
    }

    private Instant back(Duration business) {
        return scene.pace().before(scene.story().now(), business);
    }
}
