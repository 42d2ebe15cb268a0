package doppelpass.demo;

import doppelpass.campaigns.Channel;
import doppelpass.identity.Person;
import doppelpass.leads.LeadChronicle;
import doppelpass.leads.LeadState;
import doppelpass.leads.NewLead;
import doppelpass.leads.PastLead;
import doppelpass.leads.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How interest arises and grows until it is offered to sales, or comes to nothing. */
final class LeadStory {
    private static final List<String> PLEA = List.of("demo_request", "price_request", "call_me");

    private final Scene scene;
    private final Market market;
    private final CampaignBook campaigns;
    private final LeadChronicle chronicle;
    private final PassStory passes;

    LeadStory(Scene scene, Market market, CampaignBook campaigns, LeadChronicle chronicle, PassStory passes) {
        this.scene = scene;
        this.market = market;
        this.campaigns = campaigns;
        this.chronicle = chronicle;
        this.passes = passes;
    }

    void tell(YearMonth month) {
        int count = scene.dice().about(scene.story().leads(month));
        for (int i = 0; i < count; i++) {
            Sources source = Sources.any(scene.dice(), scene.story(), month);
            Instant at = moment(month, source);
            if (!scene.story().future(at)) tell(source, at);
        }
    }

    private void tell(Sources source, Instant at) {
        Dice dice = scene.dice();
        Line line = source.paper() ? Line.FOERDERN : Line.any(dice);
        String plea = dice.chance(source.pleads()) ? dice.one(PLEA) : null;
        Course course = begin(source, line, plea, at, null);
        if (source.channel() == Channel.SALES_OUTBOUND) {
            passes.own(course, at);
        } else if (plea != null) {
            pleaded(course, plea, at);
        } else {
            grow(course, source, at);
        }
    }

    /** A new lead with its first touchpoint. */
    Course begin(Sources source, Line line, @Nullable String plea, Instant at, Market.@Nullable Who known) {
        LocalDate day = scene.story().day(at);
        Optional<CampaignBook.Run> run = campaigns.running(source.channel(), day, source.paper());
        Market.Who who =
                known != null ? known : market.prospect(at, source.title(), line.title(), source.paper() ? 34 : 130);
        boolean south = who.firm() == null || who.firm().south();
        long team = south ? scene.troupe().south() : scene.troupe().north();
        boolean outbound = source.channel() == Channel.SALES_OUTBOUND;
        Person by = outbound ? scene.troupe().seller(team, scene.dice()) : null;
        PastLead lead = chronicle.begin(
                new NewLead(
                        who.id(),
                        who.company(),
                        line.title(),
                        source.title(),
                        source.channel().code(),
                        run.map(CampaignBook.Run::id).orElse(null),
                        plea,
                        at),
                by);
        Course course = Course.of(lead, who, line, source.channel().code(), run.orElse(null), team);
        if (!outbound) seen(course, plea == null ? source.first() : plea, at);
        lead.interest(course.score(at));
        return course;
    }

    /** An explicit request goes to sales at once, unless it is none of our business. */
    private void pleaded(Course course, String plea, Instant at) {
        Dice dice = scene.dice();
        if (course.who().firm() == null || course.who().fit().equals("D") || dice.chance(0.05)) {
            Instant then = scene.pace().after(at, dice.between(0.1, 1.4));
            refuse(course, dice.chance(0.6) ? Reason.D03 : Reason.D05, then);
            return;
        }
        passes.offer(course, Titles.of(plea, course.line()), null, at.plus(Duration.ofMinutes(dice.whole(1, 9))));
    }

    /** Others are looked at, and come back until their interest is enough, or stay away. */
    private void grow(Course course, Sources source, Instant at) {
        Dice dice = scene.dice();
        Person marketer = scene.troupe().marketer(dice);
        Instant opened = scene.pace().after(at, dice.between(0.1, 1.6));
        if (scene.story().future(opened)) return;
        course.lead().move(LeadState.OPEN, marketer, opened);
        String fit = course.who().fit();
        boolean fits = fit.equals("A") || fit.equals("B");
        if (fits && course.who().reachable() && dice.chance(source.grows(fit))) {
            ripen(course, opened);
            return;
        }
        for (int i = dice.whole(0, 2); i > 0; i--) {
            seen(course, "visit", opened.plus(Duration.ofMinutes(dice.whole(600, 30_000))));
        }
        course.lead().interest(course.score(opened));
        settle(course, marketer, opened, fit);
    }

    /** Touchpoint by touchpoint until fifty points are reached. */
    private void ripen(Course course, Instant from) {
        Dice dice = scene.dice();
        Instant at = from;
        while (course.score(at) < 50) {
            at = at.plus(Duration.ofMinutes(dice.whole(700, 5200)));
            if (scene.story().future(at)) return;
            String kind = course.paper()
                    ? dice.one(List.of("download", "download", "download", "form"))
                    : dice.one(List.of("download", "webinar", "event", "form", "webinar"));
            seen(course, kind, at);
        }
        course.lead().interest(course.score(at));
        Course.Seen last = course.seen().getLast();
        passes.offer(course, Titles.of(last.kind(), course.line()), null, at.plus(Duration.ofMinutes(2)));
    }

    private void settle(Course course, Person marketer, Instant opened, String fit) {
        Dice dice = scene.dice();
        boolean unfit = fit.equals("D") || dice.chance(0.16);
        Instant then = scene.pace().after(opened, dice.between(2, 19));
        if (scene.story().future(then) || dice.chance(0.008)) return;
        if (unfit) {
            refuse(course, dice.one(List.of(Reason.D01, Reason.D02, Reason.D02, Reason.D03, Reason.D05)), then);
        } else {
            course.lead().move(LeadState.NURTURE, marketer, then);
        }
    }

    private void refuse(Course course, Reason reason, Instant at) {
        if (scene.story().future(at)) return;
        String note = scene.dice().chance(0.86)
                ? "Nach kurzer Prüfung: " + scene.words().of("refusals").get(reason.ordinal() - Reason.D01.ordinal())
                : null;
        course.lead().disqualify(reason, note, scene.troupe().marketer(scene.dice()), at);
    }

    void seen(Course course, String kind, Instant at) {
        if (scene.story().future(at)) return;
        course.seen().add(new Course.Seen(kind, at));
        scene.log().touch(kind, course.channel(), Titles.of(kind, course.line()), course.about(), at);
    }

    /** Fairs have their days; the rest comes mostly on working days, some in the evening and at weekends. */
    private Instant moment(YearMonth month, Sources source) {
        Dice dice = scene.dice();
        Story story = scene.story();
        int last = month.equals(story.running()) ? story.today().getDayOfMonth() : month.lengthOfMonth();
        int day = source.channel() == Channel.EVENT && last > 20 ? dice.whole(10, 13) : dice.whole(1, last);
        LocalDate date = month.atDay(day);
        if (date.getDayOfWeek().getValue() > 5 && dice.chance(0.7))
            date = day > 2 ? date.minusDays(2) : date.plusDays(2);
        int hour = dice.chance(0.85) ? dice.whole(8, 17) : dice.whole(18, 22);
        return story.at(date, hour, dice.whole(0, 59));
    }
}
