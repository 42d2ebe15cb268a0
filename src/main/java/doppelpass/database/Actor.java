package doppelpass.database;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who changes data and by which door; the database notes it with every change. {@code cause} names what it belongs to, such
 * as {@code import-12} or the kind of a job.
 */
public record Actor(
        @Nullable Long personId, Origin origin, @Nullable String cause) {
    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    /** The doors; what no door lets in is the system's own. */
    public enum Origin {
        PAGE,
        IMPORT,
        API,
        AUTOMATION,
        SYSTEM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Actor automation(String cause) {
        return new Actor(null, Origin.AUTOMATION, cause);
    }

    /** Whoever was named by the innermost {@link #during}. */
    static Optional<Actor> named() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Transactions that begin while this runs are this actor's. */
    public <X extends Throwable> void during(Step<X> step) throws X {
        ScopedValue.where(CURRENT, this).call(() -> {
            step.run();
            return true;
        });
    }

    /** Something done in an actor's name. */
    @FunctionalInterface
    public interface Step<X extends Throwable> {
        void run() throws X;
    }
}
