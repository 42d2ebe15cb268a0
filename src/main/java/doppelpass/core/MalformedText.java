package doppelpass.core;

/** A text somebody typed or sent that cannot be read; says what was wrong and at which character (from 0). */
public final class MalformedText extends IllegalArgumentException {
    private final String text;
    private final int position;

    public MalformedText(String text, int position, String problem) {
        super("\"" + text + "\": " + problem + " at position " + position);
        this.text = text;
        this.position = position;
    }

    public String text() {
        return text;
    }

    public int position() {
        return position;
    }
}
