package doppelpass.files;

/** What the scanner says. */
sealed interface Verdict {
    record Clean() implements Verdict {}

    record Infected(String finding) implements Verdict {}

    /** No answer, or none that says yes or no. */
    record Silent(String why) implements Verdict {}
}
