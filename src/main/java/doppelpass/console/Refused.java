package doppelpass.console;

/** A request on the command line that cannot be met; the message says what, where and the remedy. */
public final class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }
}
