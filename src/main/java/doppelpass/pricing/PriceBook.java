package doppelpass.pricing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Prices that hold from one day to another (null: open), in the organisation's currency; one book is the standard. */
public record PriceBook(
        long id,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean standard) {

    public boolean validOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
