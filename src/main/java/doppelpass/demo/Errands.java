package doppelpass.demo;

import doppelpass.core.Recurrence;
import doppelpass.deals.PastDeal;
import doppelpass.identity.Person;
import doppelpass.tasks.Priority;
import doppelpass.tasks.TaskDetails;
import doppelpass.tasks.Tasks;
import doppelpass.timeline.Subject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What everybody has on their list today: late, due, in the next days, given by others, and coming back. */
final class Errands {
    private static final List<String> CALLS = List.of(
            "Angebot telefonisch nachfassen",
            "Lastenheft mit der Technik abgleichen",
            "Termin für die Werksbesichtigung abstimmen",
            "Zahlungsziel mit der Buchhaltung klären",
            "Referenzkunden nennen",
            "Muster nachliefern");

    private final Tasks tasks;
    private final Troupe troupe;
    private final LocalDate today;

    Errands(Scene scene, Tasks tasks) {
        this.tasks = tasks;
        this.troupe = scene.troupe();
        this.today = scene.story().today();
    }

    void note(List<PastDeal> deals, List<Market.Firm> customers) {
        ofDeals(deals.stream()
                .map(PastDeal::deal)
                .filter(deal -> deal.open())
                .map(deal -> deal.id())
                .toList());
        ofCustomers(customers.stream().map(Market.Firm::id).toList());
        ofTheDesk();
    }

    /** The sellers take turns; what comes early in the list is late. */
    private void ofDeals(List<Long> open) {
        List<Person> sellers = List.of(troupe.svea(), troupe.jonas(), troupe.stefan());
        int[] days = {-2, 0, 0, 1, 3, 6};
        for (int i = 0; i < Math.min(open.size(), 18); i++) {
            Person seller = sellers.get(i % sellers.size());
            int turn = i / sellers.size();
            add(CALLS.get(turn), seller, seller, days[turn], Subject.deal(open.get(i)));
        }
    }

    private void ofCustomers(List<Long> firms) {
        add("Wartungsvertrag vorstellen", troupe.selma(), troupe.selma(), 0, Subject.company(firms.get(0)));
        add("Rückmeldung zum Umbau einholen", troupe.selma(), troupe.selma(), -1, Subject.company(firms.get(1)));
        add("Anwenderbericht anfragen", troupe.mila(), troupe.mara(), 2, Subject.company(firms.get(2)));
        add(
                "Besuch vorbereiten: Umsatz der letzten Jahre",
                troupe.svea(),
                troupe.stefan(),
                1,
                Subject.company(firms.get(3)));
        add(
                "Ansprechpartner im Einkauf herausfinden",
                troupe.jonas(),
                troupe.stefan(),
                4,
                Subject.company(firms.get(4)));
    }

    private void ofTheDesk() {
        LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        rhythm(
                "Pipeline aufräumen",
                troupe.svea(),
                friday,
                Recurrence.weekly(DayOfWeek.FRIDAY, 1),
                LocalTime.of(15, 0));
        rhythm(
                "Pipeline aufräumen",
                troupe.jonas(),
                friday,
                Recurrence.weekly(DayOfWeek.FRIDAY, 1),
                LocalTime.of(15, 0));
        rhythm(
                "Zahlen für den Jour fixe ansehen",
                troupe.lena(),
                today,
                Recurrence.weekly(today.getDayOfWeek(), 2),
                null);
        LocalDate end = today.with(TemporalAdjusters.lastDayOfMonth());
        rhythm("Kosten des Monats buchen", troupe.carlo(), end, Recurrence.lastWorkingDay(), null);
        add("Newsletter freigeben", troupe.mara(), troupe.mara(), 0, null);
        add("Landingpage für die Messe texten", troupe.mila(), troupe.mara(), 3, null);
        add("Messestand: Aufbauzeiten klären", troupe.mila(), troupe.mila(), -3, null);
        add("Zugänge der Kollegen prüfen", troupe.ada(), troupe.lena(), 0, null);
        add("Provisionsmodell durchrechnen", troupe.carlo(), troupe.lena(), 0, null);
        tasks.add(
                TaskDetails.of(
                                "Gespräch mit der Geschäftsführung vorbereiten",
                                troupe.stefan().id())
                        .on(today)
                        .at(LocalTime.of(16, 30))
                        .weighing(Priority.HIGH),
                troupe.lena());
        long done = add("Preisliste an den Außendienst schicken", troupe.stefan(), troupe.stefan(), -1, null);
        tasks.finish(done, troupe.stefan());
    }

    private long add(String title, Person who, Person by, int days, @Nullable Subject about) {
        return tasks.add(
                TaskDetails.of(title, who.id()).on(today.plusDays(days)).about(about), by);
    }

    private void rhythm(String title, Person who, LocalDate day, Recurrence rule, @Nullable LocalTime at) {
        tasks.add(TaskDetails.of(title, who.id()).on(day).at(at).repeated(rule), who);
    }
}
