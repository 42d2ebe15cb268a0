package doppelpass.rules;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;

/**
 * A PostgreSQL with the subjects' empty tables, started once and shared by the tests of this module. What is true must
 * not depend on how it is looked up: {@link #inMood} makes PostgreSQL choose other plans.
 */
final class SomeDatabase {
    private static final DSLContext OPEN = open();

    private static final List<String> MOODS = List.of(
            "",
            "enable_seqscan = off",
            "enable_hashjoin = off; set enable_mergejoin = off",
            "enable_nestloop = off; set enable_mergejoin = off",
            "enable_nestloop = off; set enable_hashjoin = off",
            "enable_hashagg = off; set enable_memoize = off",
            "enable_material = off; set enable_sort = off",
            "debug_parallel_query = on; set parallel_setup_cost = 0; set parallel_tuple_cost = 0",
            "cpu_operator_cost = 100; set random_page_cost = 0.1",
            "seq_page_cost = 0; set cpu_tuple_cost = 0");

    private SomeDatabase() {}

    /** With these records, and one of several ways to plan; every second time with statistics about the records. */
    static DSLContext inMood(SomeRecords records, long number) {
        DSLContext dsl = with(records);
        if (number % 2 == 0) dsl.execute("analyze");
        inMood(dsl, number / 2);
        return dsl;
    }

    /** Another way to plan. */
    static void inMood(DSLContext dsl, long number) {
        String mood = MOODS.get((int) Math.floorMod(number, (long) MOODS.size()));
        dsl.execute("reset all");
        if (!mood.isEmpty()) dsl.execute("set " + mood);
    }

    static DSLContext with(SomeRecords records) {
        OPEN.execute("reset all");
        records.store(OPEN);
        return OPEN;
    }

    private static DSLContext open() {
        try {
            Connection connection =
                    EmbeddedPostgres.start().getPostgresDatabase().getConnection();
            return SomeRecords.dsl(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
