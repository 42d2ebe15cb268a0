package doppelpass.glossary;

import doppelpass.rules.Rule;

/** A term's rule as it is in force: what leads and figures are measured by, with the version to quote. */
public record Definition(String key, int number, Rule rule) {
    /** As stored with what it decided, for example {@code mql v3}. */
    public String label() {
        return key + " v" + number;
    }
}
