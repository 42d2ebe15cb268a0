package doppelpass.leads;

import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One touchpoint on the way of a lead; a colleague's counts as the company's, not as the contact's. */
public record Touch(
        String kind, String channel, String title, @Nullable Long contactId, Instant at, boolean colleague) {

    public String label() {
        return title.isBlank() ? kind(kind) : title;
    }

    public static String kind(String kind) {
        String key = "leads.touch." + kind;
        return Messages.has(key) ? Words.t(key) : kind.replace('_', ' ');
    }
}
