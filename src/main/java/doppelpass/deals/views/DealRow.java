package doppelpass.deals.views;

import doppelpass.deals.Rest;
import doppelpass.deals.Stage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deal in a list or on the board. {@code close} is the day it was closed, or is expected to be. */
public record DealRow(
        long id,
        String name,
        @Nullable Long companyId,
        @Nullable String company,
        Stage stage,
        long amountMinor,
        @Nullable LocalDate close,
        @Nullable String owner,
        String source,
        @Nullable String nextStep,
        Rest rest) {}
