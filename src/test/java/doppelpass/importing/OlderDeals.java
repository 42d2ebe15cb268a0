package doppelpass.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import doppelpass.testing.WebClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The deals that are older than their lead: as the sample's own files have them, and as the page of data care lists them. */
final class OlderDeals {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, uuuu HH:mm:ss", Locale.ENGLISH);
    private static final Pattern ROW = Pattern.compile("<a href=\"/deals/(\\d+)\"[^>]*>([^<]*)</a>");
    private static final Pattern NEXT =
            Pattern.compile("<a[^>]*rel=\"next\"[^>]*href=\"([^\"]*)\"|<a[^>]*href=\"([^\"]*)\"[^>]*rel=\"next\"");

    private OlderDeals() {}

    /** Names in order, one for each such row of the file. */
    static List<String> inFiles(Path folder) {
        Map<String, LocalDateTime> leads = rows(folder.resolve("Leads.csv")).stream()
                .collect(Collectors.toMap(row -> row.getField("LEADID"), OlderDeals::created));
        return rows(folder.resolve("Potentials.csv")).stream()
                .filter(row -> leads.containsKey(row.getField("LEADID")))
                .filter(row -> created(row).isBefore(leads.get(row.getField("LEADID"))))
                .map(row -> row.getField("Potential Name").strip())
                .sorted()
                .toList();
    }

    /** Names in order, as somebody reads them who turns every page. */
    static List<String> onPages(WebClient reader) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String address = "/data-care/deals.olderThanLead";
        while (!address.isEmpty()) {
            String page = reader.get(address).body();
            Matcher row = ROW.matcher(page);
            while (row.find()) {
                if (!seen.add(row.group(1))) throw new AssertionError("Deal " + row.group(1) + " is listed twice");
                names.add(HtmlUtils.htmlUnescape(row.group(2)).strip());
            }
            Matcher next = NEXT.matcher(page);
            address = next.find() ? HtmlUtils.htmlUnescape(next.group(1) == null ? next.group(2) : next.group(1)) : "";
        }
        return names.stream().sorted().toList();
    }

    private static LocalDateTime created(NamedCsvRecord row) {
        return LocalDateTime.parse(row.getField("Created Time"), TIME);
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
