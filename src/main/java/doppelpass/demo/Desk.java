package doppelpass.demo;

import doppelpass.deals.PastDeal;
import doppelpass.files.Files;
import doppelpass.files.Upload;
import doppelpass.identity.Person;
import doppelpass.news.Follows;
import doppelpass.notes.Notes;
import doppelpass.records.Favourites;
import doppelpass.timeline.Subject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What lies on the desks of the last two days: notes with mentions, a few papers, stars and bells. */
@Component
@Profile("demo")
class Desk {
    private final StoryClock clock;
    private final Notes notes;
    private final Files files;
    private final Favourites favourites;
    private final Follows follows;

    Desk(StoryClock clock, Notes notes, Files files, Favourites favourites, Follows follows) {
        this.clock = clock;
        this.notes = notes;
        this.files = files;
        this.favourites = favourites;
        this.follows = follows;
    }

    void lay(Scene scene, List<PastDeal> deals, List<Market.Firm> customers) {
        Troupe troupe = scene.troupe();
        Subject firm = Subject.company(customers.getFirst().id());
        List<Subject> open = deals.stream()
                .map(PastDeal::deal)
                .filter(deal -> deal.open())
                .sorted(Comparator.comparingLong(deal -> -deal.amountMinor()))
                .limit(3)
                .map(deal -> Subject.deal(deal.id()))
                .toList();
        clock.set(scene.story().now().minus(Duration.ofHours(50)));
        troupe.everybody().stream()
                .filter(person -> person.id() != troupe.boris().id())
                .forEach(person -> mark(person, firm, open));
        at(scene, 46, troupe.mara(), firm, """
                Auf der Messe wollten sie **zwei Dinge** wissen:

                - ob wir die alte Rollenbahn mit umbauen
                - wer nach der Abnahme ihr Ansprechpartner ist

                @Stefan Brandl, rufst du an? @Lena Altmann zur Kenntnis.""");
        at(
                scene,
                27,
                troupe.stefan(),
                firm,
                "Angerufen. Der Umbau gehört dazu, *Angebot bis Freitag*. @Mara Lindinger danke!");
        open.stream().findFirst().ifPresent(deal -> negotiate(scene, deal));
        clock.set(scene.story().now());
    }

    private void negotiate(Scene scene, Subject deal) {
        Troupe troupe = scene.troupe();
        long first = at(scene, 22, troupe.svea(), deal, """
                ## Stand nach dem Termin
                Der Einkauf vergleicht zwei Angebote; die Technik ist für uns.

                > „Wenn die Steuerung offen ist, unterschreiben wir.“

                Skizze und Angebot hängen an. @Selma Aydın, schaffen wir die Inbetriebnahme in drei Tagen?""");
        notes.pin(first, true, troupe.svea());
        files.add(deal, upload("Angebot Rollenbahn.pdf", Papers.offer("Angebot Rollenbahn, Fassung 2")), troupe.svea());
        files.add(deal, upload("Skizze Förderstrecke.png", Papers.sketch()), troupe.svea());
        String minutes =
                "Termin beim Kunden\n\n- Steuerung offen legen\n- Probelauf mit eigenen Kisten\n- Wartung zwei Jahre\n";
        files.add(deal, upload("Gesprächsnotiz.txt", minutes.getBytes(StandardCharsets.UTF_8)), troupe.svea());
        at(
                scene,
                3,
                troupe.selma(),
                deal,
                "Drei Tage gehen, wenn der Strom liegt. @Svea Hartung, bitte ins Angebot aufnehmen. @Carlo Bergmann, @Ada Novak: Reisekosten wie besprochen.");
    }

    private void mark(Person person, Subject firm, List<Subject> open) {
        favourites.add(firm, person);
        follows.follow(firm, person);
        open.forEach(deal -> favourites.add(deal, person));
        open.stream().findFirst().ifPresent(deal -> follows.follow(deal, person));
    }

    private long at(Scene scene, long hoursAgo, Person by, Subject record, String text) {
        clock.set(scene.story().now().minus(Duration.ofHours(hoursAgo)));
        return notes.write(record, text, by);
    }

    private static Upload upload(String name, byte[] bytes) {
        return new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
