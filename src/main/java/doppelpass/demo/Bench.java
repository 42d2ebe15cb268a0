package doppelpass.demo;

import doppelpass.campaigns.Costs;
import doppelpass.deals.PastDeal;
import doppelpass.glossary.Glossary;
import doppelpass.kpi.Kpis;
import doppelpass.leads.TeamPasses;
import doppelpass.meetings.Actions;
import doppelpass.meetings.Agendas;
import doppelpass.meetings.Meetings;
import doppelpass.meetings.Minutes;
import doppelpass.profit.Revenues;
import doppelpass.tags.Tags;
import doppelpass.targets.Targets;
import doppelpass.tasks.Tasks;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What happens beside the field: words and figures agreed, the plan, the books, the meetings, service. */
@Component
@Profile("demo")
class Bench {
    private static final long LARGE = 8_000_000;

    private final StoryClock clock;
    private final Glossary glossary;
    private final Kpis kpis;
    private final Targets targets;
    private final Revenues revenues;
    private final Costs costs;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Minutes minutes;
    private final Actions actions;
    private final TeamPasses passes;
    private final Tags tags;
    private final Tasks tasks;

    Bench(
            StoryClock clock,
            Glossary glossary,
            Kpis kpis,
            Targets targets,
            Revenues revenues,
            Costs costs,
            Meetings meetings,
            Agendas agendas,
            Minutes minutes,
            Actions actions,
            TeamPasses passes,
            Tags tags,
            Tasks tasks) {
        this.clock = clock;
        this.glossary = glossary;
        this.kpis = kpis;
        this.targets = targets;
        this.revenues = revenues;
        this.costs = costs;
        this.meetings = meetings;
        this.agendas = agendas;
        this.minutes = minutes;
        this.actions = actions;
        this.passes = passes;
        this.tags = tags;
        this.tasks = tasks;
    }

    void agree(Scene scene) {
        new Agreements(scene.story(), clock, glossary, kpis, scene.troupe()).reach();
        new YearPlan(scene.story(), clock, targets, scene.troupe()).agree();
    }

    void post(Scene scene, List<PastDeal> deals, List<Market.Firm> customers) {
        Ledger ledger = new Ledger(scene, clock, revenues, costs);
        ledger.post(deals, customers);
        ledger.runningCosts(deals);
    }

    void serve(Scene scene, List<PastDeal> deals, List<Market.Firm> customers) {
        new ServiceStory(scene, passes).tell(deals, customers);
    }

    /** What the sellers write at their customers and at the deals they like to tell of. */
    void label(Scene scene, List<PastDeal> deals, List<Market.Firm> customers) {
        for (int i = 0; i < customers.size(); i += 3)
            tags.tag(
                    "company",
                    customers.get(i).id(),
                    "Wartungsvertrag",
                    scene.troupe().selma());
        for (int i = 0; i < customers.size(); i += 7)
            tags.tag(
                    "company",
                    customers.get(i).id(),
                    "+Referenz",
                    scene.troupe().svea());
        deals.stream()
                .filter(deal -> !deal.deal().open() && deal.deal().amountMinor() > LARGE)
                .forEach(deal -> tags.tag(
                        "deal", deal.deal().id(), "Leuchtturm", scene.troupe().stefan()));
    }

    /** What everybody still has to do, as it stands now. */
    void remain(Scene scene, List<PastDeal> deals, List<Market.Firm> customers) {
        new Errands(scene, tasks).note(deals, customers);
    }

    void meet(Scene scene) {
        new JourFixe(scene, clock, meetings, agendas, minutes, actions).hold();
    }
}
