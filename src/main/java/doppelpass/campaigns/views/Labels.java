package doppelpass.campaigns.views;

import doppelpass.web.Messages;
import doppelpass.web.Words;

/** Labels of words that imports may extend: known ones in the reader's language, others as they stand. */
public final class Labels {
    private Labels() {}

    public static String type(String type) {
        return label("campaigns.type." + type, type);
    }

    public static String kind(String kind) {
        return label("campaigns.kind." + kind, kind);
    }

    private static String label(String key, String text) {
        return Messages.has(key) ? Words.t(key) : text;
    }
}
