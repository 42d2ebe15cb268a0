package doppelpass.campaigns;

import doppelpass.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The class of origin of a touchpoint: each has exactly one. The owner is marketing, sales, service or both. */
public enum Channel {
    ORGANIC_SEARCH("marketing"),
    PAID_SEARCH("marketing"),
    PAID_SOCIAL("marketing"),
    ORGANIC_SOCIAL("marketing"),
    EMAIL("marketing"),
    REFERRAL("both"),
    PARTNER("both"),
    EVENT("marketing"),
    WEBINAR("marketing"),
    PRINT("marketing"),
    SALES_OUTBOUND("sales"),
    SERVICE("service"),
    DIRECT("both"),
    OTHER("both");

    private final String owner;

    Channel(String owner) {
        this.owner = owner;
    }

    public String owner() {
        return owner;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the reader's language; only while a page is rendered. */
    public String label() {
        return Words.t("timeline.channel." + code());
    }

    public static Optional<Channel> of(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Channel::code).toList();
    }
}
