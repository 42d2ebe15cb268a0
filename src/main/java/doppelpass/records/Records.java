package doppelpass.records;

import doppelpass.identity.Person;
import doppelpass.records.RecordPart.Part;
import doppelpass.records.RecordPart.Place;
import doppelpass.timeline.Subject;
import doppelpass.web.Fragments;
import gg.jte.Content;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what the modules show on the page of a record. */
@Component
public class Records {
    private final List<RecordPart> plugs;
    private final Fragments fragments;

    Records(List<RecordPart> plugs, Fragments fragments) {
        this.plugs = plugs;
        this.fragments = fragments;
    }

    public Parts parts(Subject record, Person reader) {
        List<Part> parts = plugs.stream()
                .flatMap(plug -> plug.of(record, reader).stream())
                .sorted(Comparator.comparingInt(Part::order))
                .toList();
        return new Parts(at(parts, Place.ACTION), at(parts, Place.HEAD), at(parts, Place.MAIN), at(parts, Place.SIDE));
    }

    private List<Content> at(List<Part> parts, Place place) {
        return parts.stream()
                .filter(part -> part.place() == place)
                .map(part -> fragments.of(part.template(), part.model()))
                .toList();
    }
}
