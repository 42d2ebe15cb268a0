package doppelpass.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For work that must see every row whoever asks: figures that mean the same to all, moving all that hangs on a record. Also in
 * the middle of a transaction. What it finds out must not show a record that its reader does not see.
 */
@Component
public class Whole {
    private static final String FAILED = "25P02";

    private final DataSource database;

    Whole(DataSource database) {
        this.database = database;
    }

    public <T> T sees(Supplier<T> work) {
        Optional<Sight> narrow =
                database instanceof SightedConnections sighted ? sighted.current() : Optional.<Sight>empty();
        if (narrow.isEmpty()) return work.get();
        return Sight.with(Optional.empty(), () -> {
            Connection open = open();
            if (open == null) return work.get();
            try {
                SightedConnections.seeAll(open);
                return work.get();
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("The sight of a connection cannot be widened", e);
            } finally {
                narrow(open, narrow.get());
            }
        });
    }

    public void sees(Runnable work) {
        sees(() -> {
            work.run();
            return true;
        });
    }

    /** A transaction that failed answers nothing more, and its end takes the wide sight back. */
    private static void narrow(Connection open, Sight sight) {
        try {
            SightedConnections.look(open, sight);
        } catch (SQLException e) {
            if (!FAILED.equals(e.getSQLState())) {
                throw new DataAccessResourceFailureException("The sight of a connection cannot be narrowed", e);
            }
        }
    }

    private @Nullable Connection open() {
        return TransactionSynchronizationManager.getResource(database) instanceof ConnectionHolder holder
                ? holder.getConnection()
                : null;
    }
}
