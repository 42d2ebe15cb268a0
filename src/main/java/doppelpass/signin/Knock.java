package doppelpass.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Why somebody stands at the sign-in page: what the page says to it. */
public enum Knock {
    NONE(false),
    FAILED(true),
    BYE(false),
    CHANGED(false),
    PASSKEY(false),
    /** The code or the whole sign-in took too long. */
    LATE(true),
    /** The passkey is not one of ours, or belongs to somebody who may not use it. */
    UNSIGNED(true),
    /** The provider could not be asked. */
    SILENT(true),
    /** The provider's answer does not fit our question. */
    PROVIDER(true),
    UNVERIFIED(true),
    DOMAIN(true),
    UNKNOWN(true),
    INACTIVE(true),
    /** The person is linked with another account of the provider. */
    ELSEWHERE(true);

    private final boolean bad;

    Knock(boolean bad) {
        this.bad = bad;
    }

    /** The first that the address names. */
    static Knock of(Set<String> parameters) {
        return Arrays.stream(values())
                .filter(knock -> parameters.contains(knock.code()))
                .findFirst()
                .orElse(NONE);
    }

    public boolean bad() {
        return bad;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
