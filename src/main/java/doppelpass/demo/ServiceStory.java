package doppelpass.demo;

import doppelpass.deals.Deal;
import doppelpass.deals.PastDeal;
import doppelpass.deals.Stage;
import doppelpass.identity.Person;
import doppelpass.leads.Handover;
import doppelpass.leads.TeamPass;
import doppelpass.leads.TeamPasses;
import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What the teams ask of each other right now beside the passes of leads: service takes over wins and hears things. */
final class ServiceStory {
    private static final int FRESH_WINS = 2;

    private final Scene scene;
    private final TeamPasses passes;

    ServiceStory(Scene scene, TeamPasses passes) {
        this.scene = scene;
        this.passes = passes;
    }

    void tell(List<PastDeal> deals, List<Market.Firm> customers) {
        deals.stream()
                .map(PastDeal::deal)
                .filter(deal -> deal.stage().kind() == Stage.Kind.WON && deal.closedAt() != null)
                .sorted(Comparator.comparing(deal -> deal.closedAt(), Comparator.reverseOrder()))
                .limit(FRESH_WINS)
                .forEach(this::handOn);
        Person selma = scene.troupe().selma();
        ask(
                Handover.Kind.EXPANSION,
                customers.get(3),
                selma,
                Duration.ofMinutes(75),
                "Zweite Halle, neue Förderstrecke gewünscht",
                "Beim Wartungstermin gefragt, ob wir die neue Halle bis zum Sommer ausrüsten können. Ansprechpartner ist der Betriebsleiter.");
        ask(
                Handover.Kind.CHURN,
                customers.get(7),
                selma,
                Duration.ofMinutes(380),
                "Wartungsvertrag gekündigt",
                "Kündigung zum Quartalsende, Grund sind zwei lange Ausfälle. Der Kunde erwartet einen Anruf vom Vertrieb.");
        ask(
                Handover.Kind.REFERENCE,
                customers.get(11),
                selma,
                Duration.ofMinutes(150),
                "Sehr zufrieden, würde öffentlich berichten",
                "Die Anlage läuft seit einem Jahr ohne Störung, ein Besuch mit Fotos ist möglich.");
        ask(
                Handover.Kind.CONTENT,
                customers.get(15),
                scene.troupe().svea(),
                Duration.ofMinutes(220),
                "Fallbeispiel Sortiertechnik für Lebensmittel fehlt",
                "Drei Interessenten fragten nach einer Anlage in der Lebensmittelbranche; gebraucht wird eine Seite mit Zahlen.");
    }

    private void handOn(Deal deal) {
        Instant won = Objects.requireNonNull(deal.closedAt());
        Instant yesterday = scene.pace().before(scene.story().now(), Duration.ofHours(7));
        About about = new About(
                deal.details().contactId(),
                deal.details().companyId(),
                deal.details().leadId(),
                deal.id(),
                null);
        passes.onboard(
                about,
                deal.details().name(),
                "Inbetriebnahme vor Ort, Einweisung der Schichtleiter, erste Wartung nach drei Monaten.",
                deal.details().ownerId(),
                won.isAfter(yesterday) ? won : yesterday);
    }

    private void ask(Handover.Kind kind, Market.Firm firm, Person by, Duration ago, String title, String message) {
        TeamPass pass = new TeamPass(kind, About.of(Subject.company(firm.id())), title, message, null);
        passes.offer(pass, by, scene.pace().before(scene.story().now(), ago));
    }
}
