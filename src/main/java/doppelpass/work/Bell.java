package doppelpass.work;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Wakes a resting worker of this process when a job was put; other processes notice at their next look. */
@Component
class Bell {
    private int rings;

    synchronized void ring() {
        rings = Math.min(rings + 1, 64);
        notify();
    }

    /** Returns at the next ring, at once if one is still unheard, or when patience ends. */
    synchronized void await(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (rings == 0 && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        rings = Math.max(0, rings - 1);
    }
}
