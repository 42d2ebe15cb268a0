package doppelpass.demo;

import doppelpass.identity.Person;
import doppelpass.leads.LeadState;
import doppelpass.leads.Offer;
import doppelpass.leads.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pass: offered, taken or given back, in time or late, and what comes of a lead that was given back. */
final class PassStory {
    private static final String DEFINITION = "mql v1";

    private final Scene scene;
    private final SalesStory sales;

    PassStory(Scene scene, SalesStory sales) {
        this.scene = scene;
        this.sales = sales;
    }

    /** What sales found itself needs no pass. */
    void own(Course course, Instant at) {
        Person seller = scene.troupe().seller(course.team(), scene.dice());
        course.lead().foundBy(seller, at);
        sales.work(course, seller, at, at);
    }

    void offer(Course course, String trigger, @Nullable Person by, Instant at) {
        if (scene.story().future(at)) return;
        open(course, trigger, by, at);
        Dice dice = scene.dice();
        Person seller = scene.troupe().seller(course.team(), dice);
        Instant due = course.lead().due().orElseThrow();
        Instant decided = scene.pace().answer(at, due, dice.chance(inTime(at)));
        if (dice.chance(0.09)) decided = asked(course, seller, at, decided);
        if (scene.story().future(decided)) return;
        if (dice.chance(accepted(course, at))) {
            course.lead().accept(seller, decided);
            respond(course, seller, decided);
        } else {
            giveBack(course, seller, decided);
        }
    }

    void open(Course course, String trigger, @Nullable Person by, Instant at) {
        boolean known = course.who().firm() != null && course.who().firm().customer();
        Offer offer = new Offer(trigger, course.team(), DEFINITION);
        course.lead().offer(offer, known ? "owner" : "workload", course.who().complete(), by, at);
    }

    /** Sales asks something first; the clock rests until the answer. */
    private Instant asked(Course course, Person seller, Instant offered, Instant decided) {
        Dice dice = scene.dice();
        Instant question = offered.plus(Duration.between(offered, decided).dividedBy(3));
        Instant answer = scene.pace().after(question, dice.between(0.05, 0.8));
        if (scene.story().future(answer)) return decided;
        int which = dice.whole(0, scene.words().of("questions of sales").size() - 1);
        course.lead().query(scene.words().of("questions of sales").get(which), seller, question);
        course.lead()
                .answer(
                        scene.words().of("answers of marketing").get(which),
                        scene.troupe().marketer(dice),
                        answer);
        return scene.pace().after(answer, dice.between(0.02, 0.3));
    }

    private void respond(Course course, Person seller, Instant accepted) {
        Dice dice = scene.dice();
        Instant due = course.lead().due().orElseThrow();
        Instant first = scene.pace().answer(accepted, due, dice.chance(inTime(accepted)));
        if (scene.story().future(first)) return;
        boolean reached = dice.chance(0.62);
        if (dice.chance(0.3)) {
            scene.log()
                    .mail(
                            course.about(),
                            seller.id(),
                            "Ihre Anfrage zu " + course.line().title(),
                            first);
        } else {
            String subject = dice.one(scene.words().of("first calls"));
            scene.log().call(course.about(), seller.id(), reached, subject, null, first, dice.whole(4, 22));
        }
        course.lead().respond(seller, first);
        sales.work(course, seller, accepted, first);
    }

    private void giveBack(Course course, Person seller, Instant at) {
        Reason reason = reason(course);
        course.lead().returnWith(reason, note(reason), seller, at);
        Person marketer = scene.troupe().marketer(scene.dice());
        if (course.lead().lead().state() == LeadState.REWORK) rework(course, marketer, at);
        if (course.lead().lead().state() == LeadState.RECYCLED) rest(course, marketer, at);
    }

    /** Marketing completes what was missing and passes once more, or gives it up. */
    private void rework(Course course, Person marketer, Instant at) {
        Dice dice = scene.dice();
        Instant due = course.lead().due().orElseThrow();
        Instant done = scene.pace().answer(at, due, dice.chance(0.86));
        if (scene.story().future(done)) return;
        if (dice.chance(0.34)) {
            course.lead().disqualify(Reason.D02, null, marketer, done);
            return;
        }
        String trigger = "Nachgearbeitet: Angaben vollständig";
        Person seller = scene.troupe().seller(course.team(), dice);
        open(course, trigger, marketer, done);
        Instant decided = scene.pace().answer(done, course.lead().due().orElseThrow(), dice.chance(inTime(done)));
        if (scene.story().future(decided)) return;
        if (dice.chance(0.8)) {
            course.lead().accept(seller, decided);
            respond(course, seller, decided);
        } else {
            course.lead().returnWith(Reason.R04, note(Reason.R04), seller, decided);
        }
    }

    /** Marketing takes a resting lead up. */
    void rest(Course course, Person marketer, Instant at) {
        Instant due = course.lead().due().orElseThrow();
        Instant taken = scene.pace().answer(at, due, scene.dice().chance(0.9));
        if (!scene.story().future(taken)) course.lead().accept(marketer, taken);
    }

    private double inTime(Instant at) {
        return scene.story().brokenPromises(YearMonth.from(scene.story().day(at))) ? 0.5 : 0.93;
    }

    private double accepted(Course course, Instant at) {
        double fit = switch (course.who().fit()) {
            case "A" -> 0.9;
            case "B" -> 0.82;
            case "C" -> 0.66;
            default -> 0.55;
        };
        boolean broken =
                scene.story().brokenPromises(YearMonth.from(scene.story().day(at)));
        return course.paper() ? 0.2 : !course.who().complete() ? 0.25 : broken ? fit - 0.1 : fit;
    }

    private Reason reason(Course course) {
        Dice dice = scene.dice();
        if (!course.who().complete()) return dice.chance(0.6) ? Reason.R08 : Reason.R01;
        if (course.paper())
            return dice.one(List.of(Reason.R06, Reason.R06, Reason.R06, Reason.R04, Reason.R07, Reason.R10));
        return dice.one(List.of(
                Reason.R06,
                Reason.R06,
                Reason.R04,
                Reason.R04,
                Reason.R02,
                Reason.R02,
                Reason.R01,
                Reason.R03,
                Reason.R07));
    }

    /** Most returns say more than a code; some do not. */
    private @Nullable String note(Reason reason) {
        List<String> notes = scene.words().of("notes to a return");
        String text = switch (reason) {
            case R01 -> notes.get(5);
            case R02 -> notes.get(0);
            case R03 -> notes.get(2);
            case R04 -> notes.get(4);
            case R06 -> notes.get(3);
            case R07 -> notes.get(1);
            case R08 -> notes.get(6);
            case R10 -> "Ein heruntergeladenes Whitepaper ist keine Kaufabsicht.";
            default -> null;
        };
        return reason.needsNote() || scene.dice().chance(0.82) ? Objects.requireNonNull(text) : null;
    }
}
