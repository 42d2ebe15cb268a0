package doppelpass.quality;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.Table;

/** Single values of records that a library has to judge; {@code judge} is asked once a run for what tells good values. */
public record Sieve(
        Table<?> from, Field<Long> id, Field<String> name, Field<String> value, Supplier<Predicate<String>> judge) {}
