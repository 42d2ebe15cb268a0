package doppelpass.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks at the heap ten times a second; the least of each quarter is about what was still needed then. */
final class HeapWatch implements AutoCloseable {
    private final List<Long> used = new CopyOnWriteArrayList<>();
    private final Thread watcher = Thread.ofPlatform().daemon().start(this::watch);

    private void watch() {
        try {
            while (true) {
                Runtime heap = Runtime.getRuntime();
                used.add(heap.totalMemory() - heap.freeMemory());
                Thread.sleep(100);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    /** In megabytes: the least of the first and of the last quarter, and the most at any time. */
    String words() {
        List<Long> seen = List.copyOf(used);
        int quarter = Math.max(1, seen.size() / 4);
        return String.format(
                Locale.ENGLISH,
                "heap after collections %d MB in the first quarter, %d MB in the last, most %d MB of %d MB",
                megabytes(seen.subList(0, quarter).stream().min(Long::compare).orElse(0L)),
                megabytes(seen.subList(seen.size() - quarter, seen.size()).stream()
                        .min(Long::compare)
                        .orElse(0L)),
                megabytes(seen.stream().max(Long::compare).orElse(0L)),
                megabytes(Runtime.getRuntime().maxMemory()));
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
