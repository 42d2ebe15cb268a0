package doppelpass.demo;

import doppelpass.identity.Person;
import doppelpass.leads.LeadState;
import doppelpass.leads.Reason;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** What sales makes of an accepted lead: a conversation, a project, or a rest. */
final class SalesStory {
    private final Scene scene;
    private final DealStory deals;

    SalesStory(Scene scene, DealStory deals) {
        this.scene = scene;
        this.deals = deals;
    }

    void work(Course course, Person seller, Instant accepted, Instant first) {
        Dice dice = scene.dice();
        Instant at = first;
        for (int i = dice.whole(0, 2); i > 0; i--) {
            at = scene.pace().after(at, dice.between(0.8, 3.5));
            if (scene.story().future(at)) return;
            scene.log().call(course.about(), seller.id(), dice.chance(0.5), "Nachgefasst", null, at, dice.whole(3, 12));
        }
        Instant met = scene.pace().after(at, dice.between(1, 8));
        if (dice.chance(0.008)) return;
        if (scene.story().future(met)) {
            scene.log().task(course.about(), seller.id(), dice.one(scene.words().of("qualifying meetings")), met);
        } else if (dice.chance(qualified(course, accepted))) {
            qualify(course, seller, met);
        } else {
            giveUp(course, seller, met);
        }
    }

    private void qualify(Course course, Person seller, Instant met) {
        Dice dice = scene.dice();
        String subject = dice.one(scene.words().of("qualifying meetings"));
        scene.log().meeting(course.about(), seller.id(), subject, met, dice.whole(4, 9) * 10);
        course.lead().move(LeadState.SQL, seller, met);
        Instant opened = scene.pace().after(met, dice.between(0.4, 9));
        if (scene.story().future(opened)) return;
        if (dice.chance(0.87)) {
            deals.open(course, seller, opened);
        } else {
            giveUp(course, seller, opened);
        }
    }

    /** The time is wrong, or there is no buyer after all. */
    private void giveUp(Course course, Person seller, Instant at) {
        Dice dice = scene.dice();
        if (dice.chance(0.42)) {
            Reason reason = dice.one(List.of(Reason.D01, Reason.D01, Reason.D02, Reason.D03, Reason.D06));
            course.lead().disqualify(reason, dice.chance(0.7) ? "Im Gespräch geklärt." : null, seller, at);
            return;
        }
        List<Reason> reasons = Reason.of(Reason.Kind.RECYCLE);
        int which = dice.whole(0, reasons.size() - 1);
        String note = dice.chance(0.85) ? scene.words().of("notes to a rest").get(which) : null;
        var revisit = scene.story().day(at).plusDays(dice.whole(6, 24) * 10L);
        course.lead().recycle(reasons.get(which), note, revisit, seller, at);
        Instant taken = scene.pace().answer(at, course.lead().due().orElseThrow(), dice.chance(0.9));
        if (!scene.story().future(taken)) course.lead().accept(scene.troupe().marketer(dice), taken);
    }

    private double qualified(Course course, Instant at) {
        double fit = switch (course.who().fit()) {
            case "A" -> 0.7;
            case "B" -> 0.6;
            default -> 0.5;
        };
        boolean slack = scene.story().badSummer(YearMonth.from(scene.story().day(at)));
        return course.paper() ? 0.36 : slack ? fit - 0.14 : fit;
    }
}
