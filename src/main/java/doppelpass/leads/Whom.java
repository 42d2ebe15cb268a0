package doppelpass.leads;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a lead is about, as the neighbours' cards tell it, and what is missing to work on it. */
public record Whom(
        long contactId,
        @Nullable Long companyId,
        String name,
        @Nullable String jobTitle,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String company,
        String fit,
        @Nullable String country,
        @Nullable String city,
        @Nullable String industry,
        @Nullable Integer employees,
        @Nullable String lawfulBasis,
        String mayMail,
        String mayCall,
        @Nullable Long companyOwnerId) {

    /** The mandatory data of a pass that are not there: message keys below {@code leads.missing}. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (blank(company)) missing.add("company");
        if (blank(name)) missing.add("name");
        if (blank(country)) missing.add("country");
        if (blank(mail) && blank(phone)) missing.add("channel");
        if (blank(lawfulBasis)) missing.add("basis");
        return missing;
    }

    /** There is a lawful way to write or to call. */
    public boolean contactable() {
        return !blank(mail) && mayMail.equals("yes") || !blank(phone) && mayCall.equals("yes");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
