package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.work.Queue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * How fast contacts go in, end to end, beside a bare COPY of the same rows into the same indexed table in the same run.
 * Not part of the suite: {@code ./mvnw test -Dtest=ImportSpeed -Dspeed.rows=200000}.
 */
@DoppelpassTest
class ImportSpeed {
    private static final int ROWS = Integer.getInteger("speed.rows", 200_000);

    private final Imports imports;
    private final Queue queue;
    private final DSLContext db;

    ImportSpeed(Imports imports, Queue queue, DSLContext db) {
        this.imports = imports;
        this.queue = queue;
        this.db = db;
    }

    @Test
    void contactsGoInAtAQuarterOfTheSpeedOfABareCopyAtLeast() {
        double bare = bare("id");
        double imported = imported();
        double ratio = imported / bare;
        System.err.printf(
                "%,d contacts: import %,.0f rows/s, bare COPY %,.0f rows/s, ratio %.2f%n", ROWS, imported, bare, ratio);
        assertThat(ratio).isGreaterThan(0.25);
    }

    private double imported() {
        long id = imports.begin("speed", "speed", null);
        StringBuilder text =
                new StringBuilder("Record ID,First Name,Last Name,Email,Phone Number,Company Name,Create Date\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("s")
                    .append(i)
                    .append(',')
                    .append(row(i).replace('\t', ','))
                    .append(",2024-03-12 09:14\n");
        }
        long file = imports.add(
                id, "contacts.csv", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
        FileHead head = imports.head(imports.file(file), null);
        imports.map(file, Suggestions.mapping(imports.object("contact"), head));
        long start = System.nanoTime();
        imports.start(id);
        queue.runUntilIdle();
        assertThat(imports.get(id).inserted()).isEqualTo(ROWS);
        return ROWS * 1e9 / (System.nanoTime() - start);
    }

    private double bare(String prefix) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            text.append(prefix).append(i).append('\t').append(row(i + ROWS)).append("\t2024-03-12 09:14:00+01\tbare\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        db.connection(c -> {
            try {
                c.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy contacts.contact (source_id, first_name, last_name, mail, phone, company_text, created_at, source_system)"
                                        + " from stdin",
                                new ByteArrayInputStream(bytes));
            } catch (java.io.IOException e) {
                throw new java.sql.SQLException(e);
            }
        });
        return ROWS * 1e9 / (System.nanoTime() - start);
    }

    private static String row(int i) {
        return "Vera" + i % 97 + "\tMuster" + i + "\tvera" + i + "@kern.test\t+49 851 " + i + "\tKern " + i % 1000
                + " GmbH";
    }
}
