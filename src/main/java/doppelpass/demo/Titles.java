package doppelpass.demo;

import java.util.Locale;

/** What a touchpoint is called. */
final class Titles {
    private Titles() {}

    static String of(String kind, Line line) {
        String title = line.title();
        return switch (kind) {
            case "demo_request" -> "Vorführung " + title + " angefragt";
            case "price_request" -> "Preisanfrage " + line.products().getFirst();
            case "call_me" -> "Rückrufbitte zu " + title;
            case "download" -> "Broschüre " + title;
            case "webinar" -> "Webinar: " + (line == Line.HEBEN ? "Sicher heben" : title + " in der Praxis");
            case "event" -> "Messegespräch " + title;
            case "event_scan" -> "Visitenkarte am Messestand";
            case "form" -> "Kontaktformular " + title;
            case "mail_click" -> "Newsletter: " + title;
            case "call_in" -> "Anruf zu " + title;
            case "service_referral" -> "Hinweis aus dem Service";
            case "visit" -> "Seite " + title.toLowerCase(Locale.GERMAN);
            default -> title;
        };
    }
}
