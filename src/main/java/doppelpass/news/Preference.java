package doppelpass.news;

/** What a person wants by mail: each mention, and once a day what is unread. */
public record Preference(boolean mentionMail, boolean digest) {
    static final Preference USUAL = new Preference(true, false);
}
