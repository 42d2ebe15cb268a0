package doppelpass.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;

/** Stands for a server that is killed: writes numbers and says each aloud once it is committed. */
final class LedgerProgram {
    private LedgerProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (Database database = Database.open(new Home(Path.of(arguments[0])), Map.of());
                Connection connection = database.address().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists ledger; create table if not exists ledger.entry (n int)");
            for (int n = 1; ; n++) {
                statement.execute("insert into ledger.entry values (" + n + ")");
                System.out.println(n);
            }
        }
    }
}
