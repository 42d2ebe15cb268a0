package doppelpass.notes;

import doppelpass.web.Refusal;
import java.util.regex.Pattern;

/** What may stand in a note: no control characters, nothing that turns the direction of other words round. */
final class NoteText {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    private NoteText() {}

    static String clean(String typed) {
        String text = UNSEEN.matcher(typed.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
        if (text.isEmpty()) throw Refusal.of("notes.error.empty");
        if (text.length() > Note.LONGEST) throw Refusal.of("notes.error.long", Note.LONGEST);
        return text;
    }
}
