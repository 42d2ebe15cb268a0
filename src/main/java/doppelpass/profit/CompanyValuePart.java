package doppelpass.profit;

import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The value so far on the page of a company, for those who may read revenue. */
@Component
class CompanyValuePart implements RecordPart {
    private final CompanyValueTable table;
    private final Rights rights;

    CompanyValuePart(CompanyValueTable table, Rights rights) {
        this.table = table;
        this.rights = rights;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        boolean reads = rights.route("GET", "/revenue")
                .map(route -> route.allows(reader.roles()))
                .orElse(false);
        if (record.kind() != Subject.Kind.COMPANY || !reads) return List.of();
        CompanyValue value = table.of(record.id());
        return value.nothing()
                ? List.of()
                : List.of(new Part(Place.MAIN, 5, "profit/company-value", Map.of("value", value)));
    }
}
