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
    LATE(true);

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
