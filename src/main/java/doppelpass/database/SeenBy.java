package doppelpass.database;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.stereotype.Component;

/** Lets whoever holds a query know with whose eyes it is asked. */
@Component
class SeenBy implements DefaultConfigurationCustomizer {
    private final Seeing seeing;

    SeenBy(Seeing seeing) {
        this.seeing = seeing;
    }

    @Override
    public void customize(DefaultConfiguration configuration) {
        configuration.data(SeenBy.class, this);
    }

    /** Whether there is something of which they see a part by number. */
    static boolean counted(DSLContext db) {
        return db.configuration().data(SeenBy.class) instanceof SeenBy by && by.seeing.counts();
    }

    /** Whether all they see of a table is found by whose it is and by number. */
    static boolean counted(DSLContext db, Table<?> table) {
        Schema schema = table.getSchema(); // a generated table's qualified name lacks it
        return schema != null
                && db.configuration().data(SeenBy.class) instanceof SeenBy by
                && by.seeing.counts(schema.getName() + "." + table.getName());
    }

    /**
     * What many rows of a table or of the view {@code …_card} or {@code …_listed} over it meet that are seen, and none that is not; empty where it is
     * not known.
     */
    static Optional<Condition> owned(DSLContext db, TableLike<?> from) {
        return from instanceof Table<?> table
                        && table.getSchema() != null
                        && db.configuration().data(SeenBy.class) instanceof SeenBy by
                ? by.seeing.owned(
                        table.getSchema().getName() + "." + table.getName().replaceFirst("_(card|listed)$", ""),
                        table.getName())
                : Optional.empty();
    }

    /** Whose eyes; empty where everything is seen. */
    static String of(DSLContext db) {
        return db.configuration().data(SeenBy.class) instanceof SeenBy by ? by.seeing.reader() : "";
    }
}
