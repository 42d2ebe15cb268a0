package doppelpass.contacts;

import org.jspecify.annotations.Nullable;

/**
 * What we know about a person. {@code companyText} names a company we keep no record of; telephone numbers are E.164, the
 * country has two letters, {@code lawfulBasis} is consent, contract, legitimate_interest or legal_duty; {@code mayMail}
 * and {@code mayCall} are yes, no or unknown.
 */
public record ContactDetails(
        @Nullable Long companyId,
        @Nullable String companyText,
        String firstName,
        String lastName,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String jobTitle,
        @Nullable String country,
        @Nullable String source,
        @Nullable String lawfulBasis,
        String mayMail,
        String mayCall,
        @Nullable Long ownerId,
        @Nullable String note) {

    /** A person of whom only the name and the mail address are known. */
    public static ContactDetails of(String firstName, String lastName, @Nullable String mail) {
        return new ContactDetails(
                null, null, firstName, lastName, mail, null, null, null, null, null, null, "unknown", "unknown", null,
                null);
    }

    public ContactDetails at(Long company) {
        return new ContactDetails(
                company,
                null,
                firstName,
                lastName,
                mail,
                phone,
                mobile,
                jobTitle,
                country,
                source,
                lawfulBasis,
                mayMail,
                mayCall,
                ownerId,
                note);
    }

    /** First and last name; the mail address of somebody without a name. */
    public String name() {
        String name = (firstName + " " + lastName).strip();
        return name.isEmpty() && mail != null ? mail : name;
    }
}
