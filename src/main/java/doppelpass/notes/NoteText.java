package doppelpass.notes;

import doppelpass.web.Refusal;
import java.util.regex.Pattern;

/** What may stand in a note: no control characters, nothing that turns the direction of other words round. */
final class NoteText {
    private static final int SHOWN = 160;
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

    /** What it says, in one line. */
    static String line(String text, Mentions mentions) {
        return Markdown.plain(text, mentions).replaceAll("\\s+", " ");
    }

    /** As much of a line as a list has room for. */
    static String beginning(String line) {
        return line.length() <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SHOWN))) + "…";
    }
}
