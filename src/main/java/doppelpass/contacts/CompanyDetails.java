package doppelpass.contacts;

import org.jspecify.annotations.Nullable;

/** What we know about a company. {@code fit} is A, B, C, D or unknown: how well it matches the ideal customer. */
public record CompanyDetails(
        String name,
        @Nullable String domain,
        @Nullable String website,
        @Nullable String phone,
        @Nullable String industry,
        @Nullable Integer employees,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String vatId,
        String fit,
        @Nullable Long parentId,
        @Nullable Long ownerId,
        @Nullable String note) {

    /** A company of which only the name is known. */
    public static CompanyDetails of(String name) {
        return new CompanyDetails(
                name, null, null, null, null, null, null, null, null, null, null, "unknown", null, null, null);
    }
}
