package doppelpass.rules;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;

/** A PostgreSQL with the subjects' empty tables, started once and shared by the tests of this module. */
final class SomeDatabase {
    private static final DSLContext OPEN = open();

    private SomeDatabase() {}

    static DSLContext with(SomeRecords records) {
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
