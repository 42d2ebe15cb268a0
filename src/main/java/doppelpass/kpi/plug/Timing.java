package doppelpass.kpi.plug;

import java.time.Instant;
import java.time.LocalDate;
import org.jooq.Field;

/** Which date puts a fact into a period. */
public sealed interface Timing {
    /** At one instant. */
    record At(Field<Instant> instant) implements Timing {}

    /** On one day, whatever the zone: postings. */
    record On(Field<LocalDate> day) implements Timing {}

    /** From the first to the last day, both included; values accrue pro rata by days: costs. */
    record Over(Field<LocalDate> first, Field<LocalDate> last) implements Timing {}
}
