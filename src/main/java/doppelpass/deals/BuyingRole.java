package doppelpass.deals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The part somebody plays in a purchase decision. */
public enum BuyingRole {
    DECIDER,
    ECONOMIC_BUYER,
    CHAMPION,
    INFLUENCER,
    USER,
    TECHNICAL_BUYER,
    BUYER,
    GATEKEEPER,
    INITIATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "deals.role." + code();
    }

    static Optional<BuyingRole> of(String code) {
        return all().stream().filter(role -> role.code().equals(code)).findFirst();
    }

    public static List<BuyingRole> all() {
        return Arrays.asList(values());
    }
}
