package doppelpass.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What somebody sees of the tables: the role of the database whose policies hold, and what those policies compare with. It
 * holds for every connection that is opened while it is current; without one everything is seen.
 *
 * @param role a role without sign-in, such as {@code doppelpass_reader_sales}
 * @param settings names such as {@code doppelpass.own} with their values
 * @param veil what lies over the fields of the records that are seen
 * @param rows table, {@code contacts.contact} → which of its rows the policies let pass, for statements they do not hold
 *     for; tables that are not named are seen whole
 */
public record Sight(String role, Map<String, String> settings, Veil veil, Map<String, Rows> rows) {
    /**
     * Rows of a table as SQL.
     *
     * @param seen a condition, quick to compare with rows that an index found
     * @param entries conditions that together find all of these and none twice, each along an index; {@code true} alone where
     *     they are met soon on the way back from the end of the table, none where there is no good way to them
     * @param owned a condition that only rows meet that are seen, and many of those, along an index
     */
    public record Rows(String seen, List<String> entries, Optional<String> owned) {
        static final Rows ALL = new Rows("true", List.of("true"), Optional.empty());

        /** Whether they are found by whose they are and by number. */
        boolean counted() {
            return entries.size() > 1;
        }
    }

    private static final ScopedValue<Optional<Sight>> CURRENT = ScopedValue.newInstance();

    public Sight {
        if (!role.matches("[a-z_]+")) throw new IllegalArgumentException("Not a role: " + role);
        settings = Map.copyOf(settings);
        rows = Map.copyOf(rows);
    }

    /** Work in somebody's sight, whoever's request or job it is; empty sees everything. */
    public static <T> T with(Optional<Sight> sight, Supplier<T> work) {
        return ScopedValue.where(CURRENT, sight).call(work::get);
    }

    /** What the innermost {@link #with} said: itself empty if nothing was said. */
    static Optional<Optional<Sight>> named() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
