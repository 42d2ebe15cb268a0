package doppelpass.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Telephone numbers: kept as E.164 ({@code +498912345678}), shown as one writes them at home. */
public final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** E.164 of what somebody typed; a number without country code is one of {@code country} (two letters). */
    public static Optional<String> normalise(String typed, String country) {
        try {
            PhoneNumber number = NUMBERS.parse(typed, country);
            return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException nonsense) {
            return Optional.empty();
        }
    }

    /**
     * Whether the number can be one somebody has: of the right length and in a range that its country gives out. Stricter than what
     * may be entered, because ranges open before we know.
     */
    static boolean valid(String typed, String country) {
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(typed, country));
        } catch (NumberParseException nonsense) {
            return false;
        }
    }

    /** The national format at home, the international one elsewhere; what is no number stays as it is. */
    public static String shown(String kept, String home) {
        try {
            PhoneNumber number = NUMBERS.parse(kept, home);
            boolean ours = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(home);
            return NUMBERS.format(number, ours ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException nonsense) {
            return kept;
        }
    }
}
