package doppelpass.fields;

import doppelpass.database.Intake;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The kinds of records that have fields of their own, and the tables that hold them. */
@Component
class Homes {
    /** What has fields although no link leads to it: it has no page of its own to lead to. */
    private static final List<String> FURTHER = List.of("activity", "task");

    private final Map<String, String> tables;

    Homes(List<Intake> intakes) {
        this.tables = intakes.stream()
                .filter(intake -> kinds().contains(intake.object()))
                .collect(Collectors.toMap(Intake::object, Intake::table));
    }

    static List<String> kinds() {
        return Stream.concat(targets().stream(), FURTHER.stream()).toList();
    }

    /** The kinds a link may lead to. */
    static List<String> targets() {
        return Arrays.stream(Subject.Kind.values()).map(Subject.Kind::code).toList();
    }

    static void demandKind(String kind) {
        if (!kinds().contains(kind)) throw Refusal.notFound();
    }

    static void demandTarget(String kind) {
        if (!targets().contains(kind)) throw Refusal.notFound();
    }

    /** {@code contacts.contact} */
    String table(String kind) {
        String table = tables.get(kind);
        if (table == null) throw Refusal.notFound();
        return table;
    }
}
