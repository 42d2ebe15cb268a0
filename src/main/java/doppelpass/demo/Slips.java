package doppelpass.demo;

import doppelpass.contacts.CompanyDetails;
import doppelpass.contacts.ContactDetails;
import org.jspecify.annotations.Nullable;

/** The same person or company typed in a second time, as it happens. */
final class Slips {
    private Slips() {}

    /** In turns: a letter of the name slipped; only the mobile number is new; the names are in each other's field. */
    static ContactDetails retyped(ContactDetails d, int way) {
        return switch (way % 3) {
            case 0 -> with(d, d.firstName(), slipped(d.lastName()), d.mail(), d.phone(), "Fachmesse");
            case 1 -> with(d, d.firstName(), d.lastName(), null, d.phone(), "Anruf");
            default -> with(d, d.lastName(), d.firstName(), d.mail(), null, "Fachpresse");
        };
    }

    /** Without its legal form, in capitals, from the register of a fair. */
    static CompanyDetails retyped(CompanyDetails d) {
        String name =
                d.name().replaceFirst(" (GmbH & Co\\. KG|GmbH|AG|KG|SE)$", "").toUpperCase(java.util.Locale.GERMAN);
        return new CompanyDetails(
                name,
                d.domain(),
                d.website(),
                null,
                null,
                null,
                d.street(),
                d.postcode(),
                d.city(),
                d.country(),
                null,
                "unknown",
                null,
                null,
                null);
    }

    private static String slipped(String name) {
        int middle = name.length() / 2;
        return name.substring(0, middle) + name.charAt(middle) + name.substring(middle);
    }

    private static ContactDetails with(
            ContactDetails d, String first, String last, @Nullable String mail, @Nullable String phone, String source) {
        return new ContactDetails(
                d.companyId(),
                d.companyText(),
                first,
                last,
                mail,
                phone,
                null,
                null,
                d.country(),
                source,
                "legitimate_interest",
                "unknown",
                "unknown",
                d.ownerId(),
                null);
    }
}
