package doppelpass.leads;

import doppelpass.web.Messages;
import doppelpass.web.Words;

/** What a line of the protocol says: codes of rules, reasons and promises in words, what people wrote as it is. */
public final class PassNotes {
    private PassNotes() {}

    public static String words(String kind, String note) {
        String key = switch (kind) {
            case "offered" -> "leads.rule." + note;
            case "reminded", "escalated", "breached", "agenda" -> "leads.promise." + note;
            default -> "";
        };
        return Messages.has(key) ? Words.t(key) : note;
    }
}
