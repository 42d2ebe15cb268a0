package doppelpass.web;

import java.util.List;

/** Plug: a module's entries in the navigation. The menu follows the five demands: goals, talking, language, process. */
public interface Menu {
    List<Entry> entries();

    /** Sections in their order on screen. */
    enum Section {
        TOP,
        GOALS,
        TALKING,
        LANGUAGE,
        PROCESS,
        RECORDS,
        SETTINGS
    }

    /**
     * One link. {@code label} is a message key; {@code order} sorts within the section; {@code waiting} counts what
     * waits for the reader (0 shows nothing).
     */
    record Entry(Section section, int order, String label, String url, String icon, Waiting waiting) {
        public Entry(Section section, int order, String label, String url, String icon) {
            this(section, order, label, url, icon, reader -> 0);
        }
    }

    /** How many things wait for this reader. */
    @FunctionalInterface
    interface Waiting {
        int count(Local.Reader reader);
    }
}
