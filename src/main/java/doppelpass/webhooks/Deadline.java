package doppelpass.webhooks;

/** Ends what takes too long; timeouts between two bytes do not, where the bytes come one by one. */
final class Deadline implements AutoCloseable {
    private final Thread thread;
    private volatile boolean passed;

    Deadline(long millis, Runnable end) {
        thread = Thread.ofVirtual().name("deadline").start(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException done) {
                return;
            }
            passed = true;
            end.run();
        });
    }

    boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
