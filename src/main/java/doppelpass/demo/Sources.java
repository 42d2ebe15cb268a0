package doppelpass.demo;

import doppelpass.campaigns.Channel;
import java.time.YearMonth;

/** Where interest comes from: how often people there ask for contact outright, and how it begins if not. */
enum Sources {
    SEARCH("Website", Channel.ORGANIC_SEARCH, 0.28, "form"),
    ADS("Suchanzeigen", Channel.PAID_SEARCH, 0.3, "form"),
    SOCIAL("LinkedIn", Channel.PAID_SOCIAL, 0.09, "download"),
    PAPER("Whitepaper", Channel.PAID_SOCIAL, 0.01, "download"),
    MAIL("Newsletter", Channel.EMAIL, 0.16, "mail_click"),
    REFERRAL("Empfehlung", Channel.REFERRAL, 0.62, "call_in"),
    PARTNER("Partner", Channel.PARTNER, 0.5, "form"),
    EVENT("Messe", Channel.EVENT, 0.2, "event_scan"),
    WEBINAR("Webinar", Channel.WEBINAR, 0.08, "webinar"),
    PRINT("Fachzeitschrift", Channel.PRINT, 0.2, "form"),
    SELLER("Aktive Ansprache", Channel.SALES_OUTBOUND, 0, "call_in"),
    DIRECT("Telefon", Channel.DIRECT, 0.42, "call_in"),
    SERVICE("Service", Channel.SERVICE, 0.5, "service_referral");

    private final String title;
    private final Channel channel;
    private final double pleads;
    private final String first;

    Sources(String title, Channel channel, double pleads, String first) {
        this.title = title;
        this.channel = channel;
        this.pleads = pleads;
        this.first = first;
    }

    static Sources any(Dice dice, Story story, YearMonth month) {
        int number = month.getMonthValue();
        boolean webinars = number >= 2 && number <= 11 && number != 8;
        double event = number == 3 ? 46 : number == 6 ? 14 : 0;
        double[] weights = {
            24,
            20,
            number >= 2 && number <= 10 ? 8 : 1,
            story.paper(month) ? 30 : 0,
            7,
            6,
            5,
            event,
            webinars ? 9 : 0,
            number >= 3 && number <= 11 ? 4 : 1,
            5,
            5,
            3
        };
        return values()[dice.weighted(weights)];
    }

    String title() {
        return title;
    }

    Channel channel() {
        return channel;
    }

    /** The share that asks for a demonstration, a price or a call at once. */
    double pleads() {
        return pleads;
    }

    /** The share of the others whose interest grows until it is enough. */
    double grows(String fit) {
        return this == PAPER ? 0.75 : fit.equals("A") ? 0.3 : 0.2;
    }

    String first() {
        return first;
    }

    boolean paper() {
        return this == PAPER;
    }
}
