package doppelpass.timeline.views;

import doppelpass.timeline.Subject;
import doppelpass.web.Words;

/** A record with its name, ready to be linked. */
public record Named(Subject subject, String name) {
    /** A lead is called like its contact, so it says what it is. */
    public String said() {
        return subject.kind() == Subject.Kind.LEAD ? Words.t("timeline.named.lead", name) : name;
    }
}
