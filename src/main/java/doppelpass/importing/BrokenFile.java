package doppelpass.importing;

/** A file that cannot be read on; the message says where and why. */
final class BrokenFile extends RuntimeException {
    BrokenFile(String message) {
        super(message);
    }
}
