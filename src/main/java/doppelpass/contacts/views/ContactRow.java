package doppelpass.contacts.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact in a list; the fit is the company's. */
public record ContactRow(
        long id,
        String name,
        @Nullable String mail,
        @Nullable String jobTitle,
        @Nullable Long companyId,
        @Nullable String company,
        @Nullable String fit,
        @Nullable String country,
        @Nullable String source,
        @Nullable String owner,
        Instant createdAt) {}
