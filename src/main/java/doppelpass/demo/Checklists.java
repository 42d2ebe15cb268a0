package doppelpass.demo;

import doppelpass.deals.Deal;
import doppelpass.deals.PastDeal;
import doppelpass.deals.Pipeline;
import doppelpass.deals.Pipelines;
import doppelpass.deals.Stage;
import doppelpass.gates.Answer.Value;
import doppelpass.gates.Evidence;
import doppelpass.gates.Framework;
import doppelpass.gates.Gates;
import doppelpass.gates.Rule;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The gates of the firm's pipeline, and what its sellers know about the deals that are open. */
@Component
@Profile("demo")
class Checklists {
    private static final Map<String, String> KNOWN = Map.of(
            "meddicc.metrics", "Zwei Schichten weniger Handtransport, 38 000 € im Jahr",
            "meddicc.identify_pain", "Stau vor der Verpackung, jede Woche Überstunden",
            "meddicc.economic_buyer", "Werkleiter beim Rundgang getroffen, gibt bis 100 000 € selbst frei",
            "meddicc.decision_criteria", "Liefertermin, Ersatzteile binnen 24 Stunden, Preis",
            "meddicc.decision_process", "Einkauf vergleicht drei Angebote, Freigabe im Monatsgespräch",
            "meddicc.champion", "Leiter der Instandhaltung hat das Lastenheft selbst geschrieben",
            "meddicc.competition", "Ein Anbieter aus der Region, günstiger, ohne eigenen Service");

    private final Gates gates;
    private final Pipelines pipelines;
    private final People people;

    Checklists(Gates gates, Pipelines pipelines, People people) {
        this.gates = gates;
        this.pipelines = pipelines;
        this.people = people;
    }

    void fill(Scene scene, List<PastDeal> deals) {
        Pipeline pipeline = pipelines.all().getFirst();
        gates.askUsual(pipeline.id(), Framework.MEDDICC);
        List<Stage> stages = pipeline.openStages();
        Map<Long, Rule> rules = gates.rules();
        List<Deal> open = deals.stream().map(PastDeal::deal).filter(Deal::open).toList();
        for (Deal deal : open) {
            Rule behind = rules.get(deal.stage().id());
            answer(deal, behind == null ? Set.of() : behind.must());
        }
        open.stream()
                .filter(deal -> deal.stage().id() == stages.get(1).id())
                .findFirst()
                .ifPresent(deal -> gates.pass(
                        deal.id(),
                        stages.get(2).id(),
                        "Der Kunde will das Angebot vor den Werksferien; der Rest wird dort geklärt.",
                        scene.troupe().lena()));
    }

    /** What the gates behind a deal asked is known; of the rest some is asked, and one thing is not so. */
    private void answer(Deal deal, Set<String> behind) {
        Person seller =
                people.find(Objects.requireNonNull(deal.details().ownerId())).orElseThrow();
        List<Evidence> entries = gates.evidence(deal.id());
        int place = 0;
        for (String item : Framework.MEDDICC.items()) {
            long turn = (deal.id() + place++) % 4;
            if (behind.contains(item)) {
                Long shown =
                        turn == 0 && !entries.isEmpty() ? entries.getFirst().id() : null;
                gates.answer(deal.id(), item, Value.YES, shown == null ? KNOWN.get(item) : null, shown, seller);
            } else if (turn == 1) {
                gates.answer(deal.id(), item, Value.NO, "Beim letzten Gespräch offen geblieben", null, seller);
            } else if (turn == 2) {
                gates.answer(deal.id(), item, Value.YES, KNOWN.get(item), null, seller);
            }
        }
    }
}
