package doppelpass.deals;

import java.util.Arrays;
import java.util.Optional;

/** The signed list of reasons a deal is lost for; exactly one is primary. Texts: {@code deals.loss.L01} and so on. */
public enum LossReason {
    PRICE("L01"),
    FEATURES("L02"),
    COMPETITOR("L03"),
    NO_DECISION("L04"),
    TIMING("L05"),
    TRUST("L06"),
    TERMS("L07"),
    TOO_SLOW("L08"),
    CHAMPION_LEFT("L09"),
    IN_HOUSE("L10"),
    SHOULD_HAVE_BEEN_DISQUALIFIED("L11");

    private final String code;

    LossReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String key() {
        return "deals.loss." + code;
    }

    /** Empty for anything that is not on the list, such as the free text of an import. */
    public static Optional<LossReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }
}
