package doppelpass.demo;

import doppelpass.campaigns.Costs;
import doppelpass.campaigns.NewCost;
import doppelpass.core.TeamFunction;
import doppelpass.deals.Deal;
import doppelpass.deals.PastDeal;
import doppelpass.deals.Stage;
import doppelpass.profit.NewRevenue;
import doppelpass.profit.Revenues;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What controlling posts: invoices with their cost of sales, credit notes, and the running costs of both teams. */
final class Ledger {
    private final Scene scene;
    private final StoryClock clock;
    private final Revenues revenues;
    private final Costs costs;

    Ledger(Scene scene, StoryClock clock, Revenues revenues, Costs costs) {
        this.scene = scene;
        this.clock = clock;
        this.revenues = revenues;
        this.costs = costs;
    }

    /** An invoice before it has a number. */
    private record Invoice(
            LocalDate day,
            @Nullable Long company,
            @Nullable Long deal,
            @Nullable Long campaign,
            long amount,
            long cost,
            @Nullable String note) {}

    void post(List<PastDeal> deals, List<Market.Firm> customers) {
        List<Invoice> invoices = new ArrayList<>();
        deals.stream()
                .map(PastDeal::deal)
                .filter(deal -> deal.stage().kind() == Stage.Kind.WON)
                .forEach(deal -> invoices.add(order(deal)));
        scene.story().months().forEach(month -> service(month, customers, invoices));
        invoices.sort(Comparator.comparing(Invoice::day));
        Map<Integer, Integer> numbers = new HashMap<>();
        for (Invoice invoice : invoices) {
            if (invoice.day().isAfter(scene.story().today())) continue;
            int number = numbers.merge(invoice.day().getYear(), 1, Integer::sum);
            String text = String.format(Locale.ROOT, "RE-%d-%04d", invoice.day().getYear(), number);
            clock.set(scene.story().at(invoice.day(), 16, 20));
            revenues.post(entry(text, invoice));
        }
    }

    /** A won deal counts as its revenue at once, and is invoiced on delivery. */
    private Invoice order(Deal deal) {
        var d = deal.details();
        long cost = Objects.requireNonNull(d.costMinor());
        LocalDate won = scene.story().day(Objects.requireNonNull(deal.closedAt()));
        clock.set(deal.closedAt());
        Invoice expected = new Invoice(won, d.companyId(), deal.id(), d.campaignId(), d.amountMinor(), cost, null);
        revenues.expect(deal.id(), entry("D-" + deal.id(), expected));
        long real = Math.round(cost * scene.dice().between(0.95, 1.07));
        LocalDate day = working(won.plusDays(scene.dice().whole(12, 40)));
        return new Invoice(day, d.companyId(), deal.id(), d.campaignId(), d.amountMinor(), real, d.name());
    }

    /** Spare parts and service for customers, and now and then a credit note. */
    private void service(YearMonth month, List<Market.Firm> customers, List<Invoice> into) {
        Dice dice = scene.dice();
        Story story = scene.story();
        int count = dice.about(13 * (0.5 + 0.5 * story.season(month)) * story.passed(month));
        for (int i = 0; i < count; i++) {
            long amount = Math.round(dice.around(2900, 0.6)) * 100;
            double share = dice.between(0.46, 0.56) - (story.afterPriceRise(month) ? 0.025 : 0);
            String note = dice.one(scene.words().of("repairs and parts"));
            into.add(new Invoice(
                    any(month), dice.one(customers).id(), null, null, amount, Math.round(amount * share), note));
        }
        if (dice.chance(0.4)) {
            long credit = -dice.whole(3, 14) * 10_000L;
            into.add(new Invoice(
                    any(month), dice.one(customers).id(), null, null, credit, 0, "Gutschrift Minderlieferung"));
        }
    }

    void runningCosts(List<PastDeal> deals) {
        for (YearMonth month : scene.story().months()) {
            double raise = scene.story().ago(month) <= 10 ? 1.035 : 1;
            book(month, TeamFunction.MARKETING, "personnel", 14_100 * raise, "Gehälter Marketing");
            book(month, TeamFunction.MARKETING, "software", 1_180, "Website, Newsletter, Analyse");
            book(month, TeamFunction.SALES, "personnel", 33_200 * raise, "Gehälter Vertrieb");
            book(month, TeamFunction.SALES, "software", 640, "Konfigurator und Telefonie");
            double trips = scene.dice().between(1400, 2300) * scene.story().season(month);
            book(month, TeamFunction.SALES, "travel", trips, "Besuche bei Kunden");
            double commission = 0.025 * won(deals, month) / 100;
            if (commission > 0) book(month, TeamFunction.SALES, "commission", commission, "Provisionen");
        }
    }

    private static double won(List<PastDeal> deals, YearMonth month) {
        return deals.stream()
                .map(PastDeal::deal)
                .filter(deal -> deal.stage().kind() == Stage.Kind.WON && deal.closedAt() != null)
                .filter(deal -> YearMonth.from(
                                Objects.requireNonNull(deal.closedAt()).atZone(Troupe.ZONE))
                        .equals(month))
                .mapToLong(Deal::amountMinor)
                .sum();
    }

    /** The running month is booked up to today. */
    private void book(YearMonth month, TeamFunction function, String kind, double euros, String note) {
        Story story = scene.story();
        boolean running = month.equals(story.running());
        LocalDate to = running ? story.today() : month.atEndOfMonth();
        long amount = Math.round(euros * to.getDayOfMonth() / month.lengthOfMonth()) * 100;
        clock.set(story.at(month.atEndOfMonth().plusDays(3), 10, 30));
        costs.book(new NewCost(function, null, null, kind, Math.max(100, amount), month.atDay(1), to, note));
    }

    private LocalDate any(YearMonth month) {
        boolean running = month.equals(scene.story().running());
        int last = running ? scene.story().today().getDayOfMonth() : month.lengthOfMonth();
        return month.atDay(scene.dice().whole(1, last));
    }

    private static LocalDate working(LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        return weekday > 5 ? day.plusDays(8 - weekday) : day;
    }

    private static NewRevenue entry(String number, Invoice i) {
        return new NewRevenue(number, i.company(), i.deal(), i.campaign(), i.day(), i.amount(), i.cost(), i.note());
    }
}
