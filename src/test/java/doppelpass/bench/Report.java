package doppelpass.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The results as a table for the console and as the page {@code docs/benchmarks.md}. */
record Report(LocalDate day, String computer, int leads, List<Result> results, List<String> remarks) {
    private static final List<String> HEAD =
            List.of("what", "Doppelpass", "bare", "ratio", "range", "p95", "budget", "");

    String table() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        results.forEach(result -> rows.add(result.cells()));
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        });
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? row.get(i) + padding : padding + row.get(i)).append("  ");
        }
        return line.toString().stripTrailing();
    }

    String page() {
        String rows = results.stream()
                .map(result -> result.cells().stream().collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining("\n"));
        String notes = remarks.stream().map(remark -> "- " + remark).collect(Collectors.joining("\n"));
        return """
            # Benchmarks

            Written by `./doppelpass bench` on %s. Machine: %s.

            | %s |
            |---|---:|---:|---:|---:|---:|---:|---|
            %s

            %s

            ## How it is measured
            - On the product's own embedded PostgreSQL as it is installed (fsync on, checksums, default memory), in a folder of
              its own, with the launcher's memory for the JVM. Data are generated from a seed.
            - Each line is a race between the product and a bare counterpart that does the same work without it: a `COPY` of the
              same rows into the same empty table with the same indexes, or SQL as one would write it by hand, over plain JDBC.
              Both sides take turns in the same run, on the same connections and the same warm cache.
            - Both answers are compared (rows and checksums, ids in their order, counts, figures); a difference fails the bench.
            - Columns show the median of %d rounds; ratio and range are those of the rounds, p95 is of all calls. Speeds count as
              Doppelpass ÷ bare (more is better), times as Doppelpass ÷ bare (less is better).
            - *Import* is the verb `import`, from the file to the last commit: copy, parse, map, check, recognise, write, with undo;
              *beside* so many, the table holds contacts of another system before each round, for both sides.
            - *Lead list* is the front door's page of 50 with its count, among %,d leads; *over HTTP* is the whole page as a
              signed-in browser gets it, on the same machine, so p95 is server time and a little more.
            - *Export* is the contact list as a CSV file over HTTP, beside `COPY … TO STDOUT` of the same four columns in the same order; the
              lines of both are compared.
            - *Rules* are terms of the glossary signed by both teams, counted over all leads; each lead has up to ten touchpoints
              and half of them a call: ten timeline entries a contact.
            - *Search* is forty things people type, frequent words, beginnings, numbers, slips and words that do not exist among them,
              with rank, rights and every kind of record, beside SQL that reads six unranked records of four kinds.
            - *A contact made* is one POST on the same machine, by a program with an Idempotency-Key and by a signed-in browser, beside
              one INSERT and its commit; the batch is one request of 1,000 rows beside one INSERT of as many. Both sides write the change log.
            - *Row rights* are lists and the search of a seller who sees one lead in two hundred and its contact, and one lead in ten with their team,
              beside SQL that says what is seen: owners, and leads played to sales. *With a demo asked for* asks the timeline.
            - *Bulk edit* sets one column of contacts: counted, confirmed, done record by record behind the page, each checked, with report
              and undo, beside one transaction that keeps the old values the same way and updates once. One round. Both sides write the change log.
            - *Scoreboard* is a year of the page's seventeen figures against one pass over the facts of nine of them.
            """.formatted(day, computer, String.join(" | ", HEAD), rows, notes, Race.ROUNDS, leads);
    }
}
