package doppelpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    @Test
    void aRequestBeyondTheLimitWaitsForItsTurnAndIsNotLost() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        ThreadPoolExecutor turns = new Turnstile(2).turns();
        for (int i = 0; i < 50; i++) {
            turns.execute(() -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                inside.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                now.decrementAndGet();
                done.incrementAndGet();
            });
        }
        inside.await();
        assertThat(turns.getQueue()).hasSize(48);
        goOn.countDown();
        turns.shutdown();
        assertThat(turns.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(most).hasValue(2);
        assertThat(done).hasValue(50);
    }
}
