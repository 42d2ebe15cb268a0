package doppelpass.reach;

import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import doppelpass.web.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** With whom a record is shared; shown only where somebody's sight of that kind is limited. */
@Component
class SharePart implements RecordPart {
    private final Reaches reaches;
    private final Shares shares;
    private final People people;

    SharePart(Reaches reaches, Shares shares, People people) {
        this.reaches = reaches;
        this.shares = shares;
        this.people = people;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        String kind = record.kind().code();
        boolean limited = Reaches.FUNCTIONS.stream().anyMatch(function -> reaches.of(function, kind) != Extent.ALL);
        return limited ? List.of(new Part(Place.SIDE, 80, "reach/shares", model(record))) : List.of();
    }

    Map<String, Object> model(Subject record) {
        List<Choice> receivers = new ArrayList<>();
        people.teams().forEach(team -> receivers.add(new Choice("team-" + team.id(), team.name())));
        people.all().stream()
                .filter(Person::active)
                .forEach(person -> receivers.add(new Choice("person-" + person.id(), person.name())));
        return Map.of("record", record, "shares", shares.of(record), "receivers", receivers);
    }
}
