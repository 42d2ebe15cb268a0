package doppelpass.demo;

import doppelpass.deals.DealChronicles;
import doppelpass.deals.DealDetails;
import doppelpass.deals.DealType;
import doppelpass.deals.LossReason;
import doppelpass.deals.PastDeal;
import doppelpass.deals.Pipeline;
import doppelpass.deals.Product;
import doppelpass.deals.Stage;
import doppelpass.identity.Person;
import doppelpass.leads.LeadState;
import doppelpass.leads.Reason;
import doppelpass.timeline.About;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Purchase projects from the first talk to the order or the refusal. */
final class DealStory {
    /** The part of a deal's time after which it enters each open stage. */
    private static final double[] ENTERS = {0, 0.2, 0.45, 0.78};

    private final Scene scene;
    private final DealChronicles chronicles;
    private final Iterator<Long> ids;
    private final Pipeline pipeline;
    private final Map<String, Product> products;
    private final List<PastDeal> told = new ArrayList<>();
    private @Nullable Long waiting;
    private int steps;

    DealStory(
            Scene scene,
            DealChronicles chronicles,
            Iterator<Long> ids,
            Pipeline pipeline,
            Map<String, Product> products) {
        this.scene = scene;
        this.chronicles = chronicles;
        this.ids = ids;
        this.pipeline = pipeline;
        this.products = products;
    }

    List<PastDeal> told() {
        return told;
    }

    /** The lead becomes a project, and follows it to the end. */
    void open(Course course, Person seller, Instant at) {
        Dice dice = scene.dice();
        Product product = product(dice.one(course.line().products()));
        course.lead().move(LeadState.OPPORTUNITY, seller, at);
        Bargain bargain = Bargain.of(dice, scene.story(), product, at, 0.86);
        Plan plan = new Plan(seller, at, days(course.line()), wins(course, at), bargain, DealType.NEW);
        DealDetails details = details(plan, product, course.who(), course);
        PastDeal deal = run(plan, details, course.aboutDeal(peek()));
        if (!deal.deal().open() && deal.deal().closedAt() != null) follow(course, seller, deal);
    }

    /** More for a customer, without a lead of marketing's. */
    void expand(Market.Firm firm, Person seller, Instant at) {
        Dice dice = scene.dice();
        Market.Who who = dice.one(firm.people());
        Product product = product(dice.one(List.of("Wartungsvertrag", "Retrofit Steuerung", "Rollenbahn RB 400")));
        Bargain bargain = Bargain.of(dice, scene.story(), product, at, 0.7);
        Plan plan = new Plan(seller, at, dice.around(30, 0.5), 0.56, bargain, DealType.EXPANSION);
        DealDetails details = details(plan, product, who, null);
        run(plan, details, new About(who.id(), firm.id(), null, peek(), null));
    }

    /** How a deal will go if nothing comes between. */
    private record Plan(Person seller, Instant opened, double days, double wins, Bargain bargain, DealType type) {
        Instant after(double share) {
            return opened.plus(Duration.ofMinutes(Math.round(share * days * 24 * 60)));
        }
    }

    private PastDeal run(Plan plan, DealDetails details, About about) {
        PastDeal deal = chronicles.open(
                next(), details, pipeline.openStages().getFirst(), plan.seller().id(), plan.opened());
        told.add(deal);
        List<Stage> stages = pipeline.openStages();
        for (int i = 1; i < stages.size(); i++) {
            Instant between = scene.pace().working(plan.after((ENTERS[i - 1] + ENTERS[i]) / 2));
            Instant at = scene.pace().working(plan.after(ENTERS[i]));
            if (!scene.story().future(between)) step(about, plan.seller(), between);
            if (scene.story().future(at)) return deal;
            deal.moveTo(stages.get(i), at);
            step(about, plan.seller(), at);
            if (i == 3 && scene.dice().chance(0.3)) discount(deal, at);
        }
        Instant end = scene.pace().working(plan.after(1));
        boolean forgotten = scene.dice().chance(0.05) && scene.story().ago(end) < 5;
        if (!scene.story().future(end) && !forgotten) close(deal, plan, end);
        return deal;
    }

    private void step(About about, Person seller, Instant at) {
        Dice dice = scene.dice();
        List<String> subjects = scene.words().of("steps of a deal");
        String subject = subjects.get(steps++ % subjects.size());
        switch (dice.weighted(0.4, 0.35, 0.25)) {
            case 0 -> scene.log().call(about, seller.id(), true, subject, null, at, dice.whole(5, 30));
            case 1 -> scene.log().mail(about, seller.id(), subject, at);
            default -> scene.log().meeting(about, seller.id(), subject, at, dice.whole(4, 12) * 10);
        }
    }

    private void discount(PastDeal deal, Instant at) {
        DealDetails d = deal.deal().details();
        long less = Math.round(d.amountMinor() * scene.dice().between(0.92, 0.98) / 10_000) * 10_000;
        deal.worth(Bargain.priced(d, Math.max(less, 10_000)), at.plus(Duration.ofMinutes(40)));
    }

    private void close(PastDeal deal, Plan plan, Instant at) {
        Dice dice = scene.dice();
        if (dice.chance(plan.wins())) {
            deal.win(stage(Stage.Kind.WON), at);
            return;
        }
        boolean shock = scene.story().priceShock(YearMonth.from(scene.story().day(at)));
        LossReason reason = LossReason.values()[dice.weighted(shock ? 60 : 22, 8, 18, 24, 9, 3, 2, 5, 3, 4, 2)];
        deal.lose(stage(Stage.Kind.LOST), reason, dice.chance(0.9) ? lossNote(reason) : null, at);
    }

    private String lossNote(LossReason reason) {
        return scene.words().of("losses").get(reason.ordinal());
    }

    private static void follow(Course course, Person seller, PastDeal deal) {
        Instant at = java.util.Objects.requireNonNull(deal.deal().closedAt());
        String lost = deal.deal().lossReason();
        if (lost == null) {
            course.lead().move(LeadState.WON, seller, at);
        } else {
            course.lead().lose(Reason.valueOf(lost), deal.lossNote(), seller, at);
        }
    }

    private DealDetails details(Plan plan, Product product, Market.Who who, @Nullable Course course) {
        Dice dice = scene.dice();
        LocalDate close = scene.story().day(plan.after(dice.between(0.85, 1.25)));
        boolean running = scene.story().future(plan.after(1));
        if (running && close.isBefore(scene.story().today().plusDays(2)) && !dice.chance(0.12)) {
            close = scene.story().today().plusDays(dice.whole(3, 40));
        }
        boolean planned = running && !dice.chance(0.07);
        LocalDate stepOn = scene.story().today().plusDays(dice.whole(1, 12));
        Market.Firm firm = who.firm();
        boolean south = firm == null || firm.south();
        return new DealDetails(
                product.name() + ", " + dice.one(scene.words().of("places of a plant")),
                who.company(),
                who.id(),
                course == null ? null : course.lead().lead().id(),
                course == null || course.run() == null ? null : course.run().id(),
                product.id(),
                plan.type(),
                course == null ? "Bestandskunde" : course.lead().lead().source(),
                course == null ? "sales_outbound" : course.channel(),
                plan.bargain().amountMinor(),
                plan.bargain().costMinor(),
                close,
                planned ? dice.one(scene.words().of("next steps")) : null,
                planned ? stepOn : null,
                plan.seller().id(),
                south ? scene.troupe().south() : scene.troupe().north());
    }

    private double days(Line line) {
        return Math.clamp(scene.dice().around(line.days(), 0.45), 8, 240);
    }

    private double wins(Course course, Instant at) {
        YearMonth month = YearMonth.from(scene.story().day(at));
        double chance = switch (course.who().fit()) {
            case "A" -> 0.4;
            case "B" -> 0.31;
            default -> 0.22;
        };
        if (course.channel().equals("referral") || course.channel().equals("partner")) chance += 0.12;
        if (scene.story().priceShock(month)) chance -= 0.12;
        return scene.story().badSummer(month) ? chance - 0.14 : chance;
    }

    private Product product(String name) {
        return java.util.Objects.requireNonNull(products.get(name), name);
    }

    private Stage stage(Stage.Kind kind) {
        return pipeline.stages().stream()
                .filter(stage -> stage.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private long peek() {
        if (waiting == null) waiting = ids.next();
        return waiting;
    }

    private long next() {
        long id = peek();
        waiting = null;
        return id;
    }
}
