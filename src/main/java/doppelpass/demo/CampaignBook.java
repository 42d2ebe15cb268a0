package doppelpass.demo;

import doppelpass.campaigns.CampaignDetails;
import doppelpass.campaigns.Campaigns;
import doppelpass.campaigns.Channel;
import doppelpass.campaigns.Costs;
import doppelpass.campaigns.NewCost;
import doppelpass.core.TeamFunction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Marketing's campaigns year by year, and what each cost by month of service. */
final class CampaignBook {
    private final Story story;
    private final Dice dice;
    private final StoryClock clock;
    private final Campaigns campaigns;
    private final Costs costs;
    private final long owner;
    private final List<Run> runs = new ArrayList<>();

    CampaignBook(Story story, Dice dice, StoryClock clock, Campaigns campaigns, Costs costs, Troupe troupe) {
        this.story = story;
        this.dice = dice;
        this.clock = clock;
        this.campaigns = campaigns;
        this.costs = costs;
        this.owner = troupe.mara().id();
    }

    /** A campaign while it brings leads. */
    record Run(long id, String name, Channel channel, LocalDate from, LocalDate to, boolean paper) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    void plan() {
        for (int year = story.first().getYear(); year <= story.today().getYear() + 1; year++) always(year);
        for (int year = story.first().getYear(); year <= story.today().getYear() + 1; year++) occasions(year);
        LocalDate from = story.running().minusMonths(2).atDay(1);
        LocalDate to = story.running().plusMonths(1).atEndOfMonth();
        add(
                "Whitepaper „Automatisieren trotz Fachkräftemangel“",
                "Banner Ads",
                Channel.PAID_SOCIAL,
                from,
                to,
                24_000,
                "media",
                "60 MQL im Quartal",
                true);
    }

    private void always(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        if (first.isAfter(story.today())) return;
        add(
                "Suchanzeigen Fördertechnik " + year,
                "Advertisement",
                Channel.PAID_SEARCH,
                first,
                last,
                39_000,
                "media",
                "180 Anfragen zu höchstens 220 €",
                false);
        add(
                "Newsletter Materialfluss " + year,
                "Email",
                Channel.EMAIL,
                first,
                last,
                4_800,
                "software",
                "70 Anfragen von bekannten Kontakten",
                false);
        add(
                "Integratoren-Partnerprogramm " + year,
                "Partners",
                Channel.PARTNER,
                first,
                last,
                6_600,
                "other",
                "12 gewonnene Projekte mit Partnern",
                false);
        beside(year);
    }

    private void beside(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        add(
                "Fachanzeigen Heben und Fördern " + year,
                "Advertisement",
                Channel.PRINT,
                first.withMonth(3),
                first.withMonth(11).withDayOfMonth(30),
                15_500,
                "print",
                "Bekanntheit in der Lebensmittelindustrie",
                false);
        add(
                "LinkedIn Ergonomie am Arbeitsplatz " + year,
                "Banner Ads",
                Channel.PAID_SOCIAL,
                first.withMonth(2),
                first.withMonth(10).withDayOfMonth(31),
                17_000,
                "media",
                "90 Leads aus Betrieben ab 50 Beschäftigten",
                false);
    }

    private void occasions(int year) {
        LocalDate fair = LocalDate.of(year, 3, 1);
        add(
                "Messe FörderTech Nürnberg " + year,
                "Trade Show",
                Channel.EVENT,
                fair,
                fair.withDayOfMonth(31),
                46_000,
                "event",
                "120 Gespräche, 45 MQL",
                false);
        if (LocalDate.of(year, 2, 1).isAfter(story.today())) return;
        add(
                "Webinarreihe Sicher heben " + year,
                "Webinar",
                Channel.WEBINAR,
                fair.withMonth(2),
                fair.withMonth(11).withDayOfMonth(30),
                7_200,
                "agency",
                "30 Teilnehmende je Termin",
                false);
        add(
                "Hausmesse im Altmühltal " + year,
                "Conference",
                Channel.EVENT,
                fair.withMonth(6),
                fair.withMonth(6).withDayOfMonth(30),
                9_500,
                "event",
                "50 Kunden und Interessenten im Werk",
                false);
    }

    private void add(
            String name,
            String type,
            Channel channel,
            LocalDate from,
            LocalDate to,
            long budget,
            String kind,
            String goal,
            boolean paper) {
        Instant known = story.at(from.minusDays(paper ? 24 : 130), 10, 15);
        if (to.isBefore(story.first().atDay(1)) || story.future(known)) return;
        clock.set(known.isBefore(story.start()) ? story.start() : known);
        long id = campaigns.add(
                new CampaignDetails(name, type, channel, status(from, to), from, to, budget * 100, null, goal, owner));
        runs.add(new Run(id, name, channel, from, to, paper));
        spend(id, channel, from, to, budget, kind, paper);
    }

    private CampaignDetails.Status status(LocalDate from, LocalDate to) {
        if (to.isBefore(story.today())) return CampaignDetails.Status.DONE;
        return from.isAfter(story.today()) ? CampaignDetails.Status.PLANNED : CampaignDetails.Status.ACTIVE;
    }

    /** Billed by month, up to today and at last some days after its end; the white paper costs more than planned. */
    private void spend(
            long id, Channel channel, LocalDate from, LocalDate to, long budget, String kind, boolean paper) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth m = YearMonth.from(from); !m.isAfter(YearMonth.from(to)); m = m.plusMonths(1)) months.add(m);
        for (YearMonth month : months) {
            LocalDate end = month.atEndOfMonth();
            LocalDate last = end.isBefore(to) ? end : to;
            LocalDate start = month.atDay(1).isAfter(from) ? month.atDay(1) : from;
            if (month.isBefore(story.first()) || start.isAfter(story.today())) continue;
            double share = budget / (double) months.size() * dice.between(0.88, 1.1) * (paper ? 1.3 : 1);
            long amount = Math.round(share / 10) * 1000;
            LocalDate until = last.isBefore(story.today()) ? last : story.today();
            long booked = amount
                    * (until.getDayOfMonth() - start.getDayOfMonth() + 1)
                    / (last.getDayOfMonth() - start.getDayOfMonth() + 1);
            clock.set(story.at(last, 11, 0).plus(Duration.ofDays(dice.whole(2, 4))));
            costs.book(
                    new NewCost(TeamFunction.MARKETING, id, channel, kind, Math.max(100, booked), start, until, null));
        }
    }

    Optional<Run> running(Channel channel, LocalDate day, boolean paper) {
        return runs.stream()
                .filter(run -> run.channel() == channel && run.paper() == paper && run.on(day))
                .findFirst();
    }
}
