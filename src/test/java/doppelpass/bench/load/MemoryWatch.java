package doppelpass.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks at the heap of the product twice a second; the least of a quarter is about what was still needed then. */
final class MemoryWatch implements AutoCloseable {
    private record Look(long heap, long process) {}

    private final Jvm product;
    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final Thread watcher;

    MemoryWatch(Jvm product) {
        this.product = product;
        this.watcher = Thread.ofPlatform().daemon().start(this::watch);
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                looks.add(new Look(product.used(), product.resident()));
                Thread.sleep(500);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        watcher.interrupt();
        watcher.join();
    }

    String words() {
        List<Look> seen = List.copyOf(looks);
        int quarter = Math.max(1, seen.size() / 4);
        long process = seen.stream().mapToLong(Look::process).max().orElse(0);
        return String.format(
                        Locale.ENGLISH,
                        "heap after collections %d MB in the first quarter, %d MB in the last, most %d MB of %d MB",
                        least(seen.subList(0, Math.min(quarter, seen.size()))),
                        least(seen.subList(Math.max(0, seen.size() - quarter), seen.size())),
                        seen.stream().mapToLong(Look::heap).max().orElse(0),
                        product.most())
                + (process == 0 ? "" : String.format(Locale.ENGLISH, ", process at most %d MB", process));
    }

    private static long least(List<Look> looks) {
        return looks.stream().mapToLong(Look::heap).min().orElse(0);
    }
}
