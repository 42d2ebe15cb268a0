package doppelpass.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose eyes the database is asked with. Everything is for work that must mean the same to all or touch all that hangs on a
 * record, also in the middle of a transaction; what it finds out must not show a record that its reader does not see.
 */
@Component
public class Seeing {
    private static final String FAILED = "25P02";

    private final DataSource database;

    private final ObjectProvider<Sights> plugs;

    Seeing(DataSource database, ObjectProvider<Sights> plugs) {
        this.database = database;
        this.plugs = plugs;
    }

    /** Whether the current thread serves somebody who sees only a part. */
    public boolean limited() {
        return sight().isPresent();
    }

    /** Names whoever sees only a part and what of it, so that what they are told is kept apart; empty for all others. */
    String reader() {
        return sight().map(sight -> sight.role() + " " + new TreeMap<>(sight.settings()))
                .orElse("");
    }

    /** What whoever the current thread serves may do with a field, by any name that lists, rules or forms give it. */
    public FieldRight right(String kind, String field) {
        return sight().map(sight -> sight.veil().right(kind, field)).orElse(FieldRight.VISIBLE);
    }

    public boolean sees(String kind, String field) {
        return right(kind, field) != FieldRight.HIDDEN;
    }

    public boolean writes(String kind, String field) {
        return right(kind, field) == FieldRight.VISIBLE;
    }

    /** All fields with this right, such as {@code deal.amount}. */
    public Set<String> fields(FieldRight right) {
        return sight().map(sight -> sight.veil().fields(right)).orElse(Set.of());
    }

    /**
     * Which rows of a table are seen, for a statement that is asked with {@link #everything} and filters by itself: policies
     * are compared before anything an index could be asked for.
     *
     * @param table with its schema, {@code contacts.contact}
     * @param as what it, or a view with its columns, is called in the statement
     */
    public Condition rows(String table, String as) {
        return called(table, as, rows(table).seen());
    }

    /** By what these rows are found, beside the condition of {@link #rows} or with the reader's own eyes; see {@link Sight.Rows}. */
    public List<Condition> entries(String table, String as) {
        return rows(table).entries().stream()
                .map(entry -> entry.equals("true") ? DSL.noCondition() : called(table, as, entry))
                .toList();
    }

    /** What many rows meet that are seen, and none that is not; see {@link Sight.Rows}. */
    Optional<Condition> owned(String table, String as) {
        return rows(table).owned().map(owned -> called(table, as, owned));
    }

    /** Whether of some table the rows that are seen are found by whose they are and by number. */
    boolean counts() {
        return sight().map(sight -> sight.rows().values().stream().anyMatch(Sight.Rows::counted))
                .orElse(false);
    }

    /** Whether the rows of this table are. */
    boolean counts(String table) {
        return rows(table).counted();
    }

    private Sight.Rows rows(String table) {
        return sight().map(sight -> sight.rows().getOrDefault(table, Sight.Rows.ALL))
                .orElse(Sight.Rows.ALL);
    }

    private static Condition called(String table, String as, String condition) {
        String name = table.substring(table.indexOf('.') + 1);
        return DSL.condition("(" + condition.replaceAll("\\b" + name + "\\.", as + ".") + ")");
    }

    public <T> T everything(Supplier<T> work) {
        Optional<Sight> narrow = sight();
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

    public void everything(Runnable work) {
        everything(() -> {
            work.run();
            return true;
        });
    }

    /** Work that a person asked for and that is done later, with what they see by then; begins outside of a transaction. */
    public void as(long person, Runnable work) {
        Optional<Sight> sight =
                plugs.stream().flatMap(plug -> plug.of(person).stream()).findFirst();
        Sight.with(sight, () -> {
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

    private Optional<Sight> sight() {
        return database instanceof SightedConnections sighted ? sighted.current() : Optional.empty();
    }

    private @Nullable Connection open() {
        return TransactionSynchronizationManager.getResource(database) instanceof ConnectionHolder holder
                ? holder.getConnection()
                : null;
    }
}
