package doppelpass.glossary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import doppelpass.identity.OrganisationFounded;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The 44 words an organisation starts with: in force from the first day, marked "not agreed" until both teams sign. */
@Component
class StarterTerms {
    private final GlossaryTable table;
    private final VersionTable versions;
    private final Clock clock;

    StarterTerms(GlossaryTable table, VersionTable versions, Clock clock) {
        this.table = table;
        this.versions = versions;
        this.clock = clock;
    }

    @EventListener
    @Order(10)
    void on(OrganisationFounded founded) {
        List<Starter> starters = read().stream()
                .map(row ->
                        new Starter(row.getField("key"), row.getField("owner"), orNull(row, "subject"), wording(row)))
                .toList();
        Map<String, Long> ids = table.insertTerms(starters);
        Map<Long, Wording> wordings = new LinkedHashMap<>();
        starters.forEach(starter -> wordings.put(Objects.requireNonNull(ids.get(starter.key())), starter.wording()));
        versions.insertStarters(wordings, clock.instant());
    }

    /** A term to begin with. */
    record Starter(String key, String owner, @Nullable String subject, Wording wording) {}

    static List<NamedCsvRecord> read() {
        try (Reader file = new InputStreamReader(
                        Objects.requireNonNull(StarterTerms.class.getResourceAsStream("starter_terms.tsv")),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .fieldSeparator('\t')
                        .quoteCharacter('`')
                        .ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wording wording(NamedCsvRecord row) {
        return new Wording(
                row.getField("name_de"),
                row.getField("name_en"),
                row.getField("text_de"),
                row.getField("text_en"),
                row.getField("allowed"),
                row.getField("avoided"),
                orNull(row, "rule"));
    }

    private static @Nullable String orNull(NamedCsvRecord row, String field) {
        return row.getField(field).isEmpty() ? null : row.getField(field);
    }
}
