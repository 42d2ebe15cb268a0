package doppelpass.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Generated contacts, the same in every run: as a file people would upload, and as rows for a bare COPY.
 *
 * @param system they come from: people of two systems have nothing in common that tells a contact
 */
record SomePeople(int count, String system) {
    private static final Instant FIRST = Instant.parse("2021-06-02T08:00:00Z");
    private static final List<String> FIRST_NAMES = List.of("Anna", "Bernd", "Clara", "Dávid", "Eva", "Jörg", "Zoë");
    private static final List<String> LAST_NAMES =
            List.of("Maier", "Müller-Lüdenscheidt", "Weber", "Groß", "Bauer", "O'Neill", "Novák", "Keller");
    private static final List<String> FIRMS = List.of("Antriebe", "Logistik", "Guss & Söhne", "Optik", "Software");
    private static final List<String> JOBS = List.of("Einkauf", "CEO", "Head of Engineering", "");
    private static final List<String> COUNTRIES = List.of("DE", "DE", "AT", "CH", "");
    static final String COLUMNS =
            "source_id, first_name, last_name, mail, phone, company_text, job_title, country, source, created_at,"
                    + " source_system, import_id";
    static final String MAPPING = """
        {"object": "contact", "columns": [
          {"column": "Record ID", "field": "source_id"}, {"column": "First Name", "field": "first_name"},
          {"column": "Last Name", "field": "last_name"}, {"column": "Email", "field": "mail"},
          {"column": "Phone", "field": "phone"}, {"column": "Company", "field": "company_text"},
          {"column": "Title", "field": "job_title"}, {"column": "Country", "field": "country"},
          {"column": "Lead Source", "field": "source"}, {"column": "Created", "field": "created_at"}]}\
        """;

    /** With a header, as CSV; mail addresses in upper and lower case, as people write them. */
    void file(Path path) {
        write(path, "Record ID,First Name,Last Name,Email,Phone,Company,Title,Country,Lead Source,Created\n", ",", "");
    }

    /** In COPY's text format, as the importer should have understood the file. */
    void rows(Path path) {
        write(path, "", "\t", "\\N");
    }

    private void write(Path path, String header, String between, String empty) {
        boolean file = !header.isEmpty();
        SplittableRandom random = new SplittableRandom(20260602);
        try (Writer out = Files.newBufferedWriter(path)) {
            out.write(header);
            for (int i = 1; i <= count; i++) {
                for (String cell : row(i, random, file)) {
                    out.write(cell.isEmpty() ? empty : cell);
                    out.write(between);
                }
                Instant created = FIRST.plus(Duration.ofMinutes(i % 2_600_000L));
                out.write(file ? created.toString().replace("T", " ") : created.toString());
                out.write(file ? "\n" : "\t" + system + "\t1\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> row(int i, SplittableRandom random, boolean asWritten) {
        String last = one(LAST_NAMES, random);
        String mail = system + "-person" + i + "@firma" + random.nextInt(100_000) + ".example";
        return List.of(
                "z" + system + "_" + i,
                one(FIRST_NAMES, random),
                last + " " + Integer.toString(random.nextInt(50_000), 36),
                asWritten && i % 3 == 0 ? mail.toUpperCase(java.util.Locale.ROOT) : mail,
                (system.equals("crm") ? "+49 851 " : "+49 89 ") + (100_000 + i),
                last + " " + one(FIRMS, random) + " GmbH",
                one(JOBS, random),
                one(COUNTRIES, random),
                "Trade show " + random.nextInt(20));
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
