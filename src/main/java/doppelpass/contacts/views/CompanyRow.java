package doppelpass.contacts.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A company in a list with the number of its people. */
public record CompanyRow(
        long id,
        String name,
        String fit,
        @Nullable String industry,
        @Nullable Integer employees,
        @Nullable String city,
        @Nullable String country,
        @Nullable String owner,
        int people,
        Instant createdAt) {}
