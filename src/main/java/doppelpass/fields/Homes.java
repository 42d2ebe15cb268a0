package doppelpass.fields;

import doppelpass.database.Intake;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of records that have fields of their own, and the tables that hold them. */
@Component
class Homes {
    private final Map<String, String> tables;

    Homes(List<Intake> intakes) {
        this.tables = intakes.stream()
                .filter(intake -> kinds().contains(intake.object()))
                .collect(Collectors.toMap(Intake::object, Intake::table));
    }

    static List<String> kinds() {
        return Arrays.stream(Subject.Kind.values()).map(Subject.Kind::code).toList();
    }

    static void demandKind(String kind) {
        if (!kinds().contains(kind)) throw Refusal.notFound();
    }

    /** {@code contacts.contact} */
    String table(String kind) {
        String table = tables.get(kind);
        if (table == null) throw Refusal.notFound();
        return table;
    }
}
