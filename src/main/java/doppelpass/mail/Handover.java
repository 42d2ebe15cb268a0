package doppelpass.mail;

/** How handing a letter to the mail server ended, with what the server said. */
sealed interface Handover {
    String answer();

    /** The server has it. */
    record Accepted(String answer) implements Handover {}

    /** Not now (4xx, or no connection): nothing was handed over. */
    record Deferred(String answer) implements Handover {}

    /** Never (5xx): nothing was handed over. */
    record Refused(String answer) implements Handover {}

    /** The connection broke after the text was begun: the server may have it. */
    record Undecided(String answer) implements Handover {}
}
