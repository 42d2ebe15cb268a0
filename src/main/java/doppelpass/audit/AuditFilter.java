package doppelpass.audit;

import doppelpass.web.Asked;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which changes are looked for. */
record AuditFilter(
        String text,
        @Nullable Long person,
        String kind,
        @Nullable Long record,
        String origin,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    static final Set<String> ORIGINS = Set.of("page", "import", "api", "automation", "system");
    static final String[] NAMES = {"q", "person", "kind", "record", "origin", "from", "to"};

    static AuditFilter of(Asked asked) {
        return new AuditFilter(
                asked.text("q"),
                asked.number("person"),
                asked.text("kind"),
                asked.number("record"),
                asked.oneOf("origin", ORIGINS),
                asked.day("from"),
                asked.day("to"));
    }
}
