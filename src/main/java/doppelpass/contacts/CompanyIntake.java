package doppelpass.contacts;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.link;
import static doppelpass.database.IntakeField.text;

import doppelpass.database.Intake;
import doppelpass.database.IntakeBatch;
import doppelpass.database.IntakeField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Companies from files. */
@Component
class CompanyIntake implements Intake {
    private static final String ABOVE = """
            with recursive up(id, parent_id) as (
              select id, parent_id from contacts.company where id = %s
              union select c.id, c.parent_id from contacts.company c join up on c.id = up.parent_id)""";
    private static final String UNDER_ITSELF = "exists (" + ABOVE.formatted("s.parent_id")
            + " select from up join contacts.company t on t.id = up.id"
            + " where t.id = s.record_id or t.source_system = {system} and t.source_id = s.source_id)";

    @Override
    public String object() {
        return "company";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String table() {
        return "contacts.company";
    }

    @Override
    public String keys() {
        return "contacts.company_key";
    }

    @Override
    public String recorded() {
        return "recorded_at";
    }

    @Override
    public List<IntakeField> fields() {
        return List.of(
                text("name", 300).must(),
                text("website", 300),
                text("domain", 300),
                text("phone", 100),
                text("industry", 300),
                IntakeField.of("employees", IntakeField.Type.WHOLE),
                text("street", 300),
                text("postcode", 300),
                text("city", 300),
                text("country", 100),
                text("vat_id", 300),
                choice("fit", "A", "B", "C", "D", "unknown")
                        .said("contacts.company.fit.")
                        .staged(),
                link("parent", "company"),
                link("owner", "person"),
                text("note", 20_000),
                IntakeField.of("created_at", IntakeField.Type.TIME).staged());
    }

    @Override
    public Map<String, String> initial() {
        return Map.of("created_at", "coalesce(s.created_at, {now})");
    }

    @Override
    public Map<String, String> careful() {
        return Map.of("fit", "coalesce(s.fit, 'unknown')");
    }

    @Override
    public void recognise(IntakeBatch batch) {
        batch.execute(Merged.found("company"));
    }

    /** A company nobody named is known by where it is found. */
    @Override
    public Optional<String> standIn(String field, Map<String, String> values) {
        return field.equals("name")
                ? Stream.of("domain", "website")
                        .map(values::get)
                        .filter(Objects::nonNull)
                        .map(CompanyIntake::host)
                        .filter(host -> !host.isBlank())
                        .findFirst()
                : Optional.empty();
    }

    /** {@code https://www.kern.example/contact} → {@code kern.example}. */
    private static String host(String address) {
        return address.strip()
                .replaceFirst("(?i)^(https?:)?//", "")
                .replaceFirst("(?i)^www\\.", "")
                .replaceFirst("[/?#:].*$", "");
    }

    @Override
    public Map<String, String> contradictions() {
        return Map.of("employees", "s.employees not between 0 and 2000000000", "parent", UNDER_ITSELF);
    }

    /** Two rows may each be right and together not: an error finds the row, and the import refuses that one alone. */
    @Override
    public void follow(IntakeBatch batch) {
        if (!batch.mapped().contains("parent")) return;
        batch.execute(
                "select 1 / (select case when exists (select from {s} s join contacts.company k on k.id = s.record_id"
                        + " where s.change = 'updated' and exists (" + ABOVE.formatted("k.parent_id")
                        + " select from up where up.id = k.id)) then 0 else 1 end)");
    }
}
