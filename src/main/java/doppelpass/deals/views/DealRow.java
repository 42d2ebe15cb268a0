package doppelpass.deals.views;

import doppelpass.deals.Rest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A card of the board. {@code close} is the day the deal is expected to close. */
public record DealRow(
        long id,
        String name,
        @Nullable String company,
        long amountMinor,
        @Nullable LocalDate close,
        Rest rest) {}
