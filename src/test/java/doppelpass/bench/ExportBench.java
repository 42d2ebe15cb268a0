package doppelpass.bench;

import doppelpass.testing.WebClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** The list of contacts as a CSV file over HTTP, in the list's order, beside a bare COPY of the same columns. */
final class ExportBench {
    private static final String COPY = """
        copy (select trim(c.first_name || ' ' || c.last_name), k.name, c.mail, c.country
              from contacts.contact c left join contacts.company k on k.id = c.company_id
              where c.company_id is not null order by c.created_at desc, c.id desc) to stdout with (format csv)\
        """;

    private final Plain plain;
    private final WebClient browser;
    private final int rows;
    private final List<String> remarks = new ArrayList<>();

    ExportBench(Plain plain, WebClient browser, int rows) {
        this.plain = plain;
        this.browser = browser;
        this.rows = rows;
    }

    Result result() {
        long exported = (Long) plain.rows("select count(*) from contacts.contact where company_id is not null")
                .getFirst()
                .getFirst();
        return new Result(
                String.format(java.util.Locale.ENGLISH, "export of %,d contacts as CSV", exported),
                exported,
                Race.once().run("export", exported(), copied()),
                Result.Budget.none());
    }

    List<String> remarks() {
        return remarks;
    }

    private Contender exported() {
        String path = "/lists/contacts/export.csv?cols=name,company,mail,country&where=has(contact.company)";
        return () -> {
            long hash;
            try (HeapWatch heap = new HeapWatch()) {
                hash = browser.lines(path, lines -> hash(lines.skip(1)));
                remarks.clear();
                remarks.add("export of " + rows + " contacts: " + heap.words());
            }
            return () -> hash;
        };
    }

    private Contender copied() {
        return () -> {
            long hash = plain.with(connection -> {
                try (PipedInputStream read = new PipedInputStream(1 << 16)) {
                    PipedOutputStream written = new PipedOutputStream(read);
                    Thread copy = Thread.ofPlatform().start(() -> copy(connection, written));
                    long sum = hash(lines(read));
                    copy.join();
                    return sum;
                } catch (IOException | InterruptedException e) {
                    throw new SQLException(e);
                }
            });
            Supplier<Object> answer = () -> hash;
            return answer;
        };
    }

    private static void copy(java.sql.Connection connection, PipedOutputStream to) {
        try (to) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> lines(InputStream in) {
        return new java.io.BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.UTF_8)).lines();
    }

    /** Of all lines in their order. */
    private static long hash(Stream<String> lines) {
        return lines.mapToLong(String::hashCode).reduce(17, (sum, line) -> 31 * sum + line);
    }
}
