package doppelpass.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Plays transactions that take numbers and end in any order: what is settled is never late, and all settles in the end. */
class SettledTest {
    /** A transaction, the numbers it has taken. */
    private record Open(long transaction, List<Long> numbers) {}

    @Test
    void noNumberComesAfterItsPlaceWasSettled() {
        for (int seed = 0; seed < 200; seed++) play(new Random(seed));
    }

    private static void play(Random random) {
        Settled settled = new Settled();
        List<Open> open = new ArrayList<>();
        TreeSet<Long> visible = new TreeSet<>();
        long transaction = 1;
        long number = 0;
        long end = 0;
        for (int step = 0; step < 300; step++) {
            int what = random.nextInt(4);
            if (what == 0 && open.size() < 5) open.add(new Open(transaction++, new ArrayList<>()));
            if (what == 1 && !open.isEmpty())
                open.get(random.nextInt(open.size())).numbers().add(++number);
            if (what == 2 && !open.isEmpty()) {
                Open ended = open.remove(random.nextInt(open.size()));
                for (long come : random.nextBoolean() ? ended.numbers() : List.<Long>of()) {
                    assertThat(come).as("a late one").isGreaterThan(end);
                    visible.add(come);
                }
            }
            if (what == 3) end = look(settled, visible, open, transaction);
        }
        open.clear();
        end = look(settled, visible, open, transaction);
        assertThat(end).isEqualTo(visible.isEmpty() ? 0 : visible.last());
    }

    private static long look(Settled settled, TreeSet<Long> visible, List<Open> open, long next) {
        long running = open.stream().mapToLong(Open::transaction).min().orElse(next);
        return settled.look(visible.isEmpty() ? 0 : visible.last(), running, next);
    }

    @Test
    void busyDatabasesSettleTooOnceTheOldestHasEnded() {
        Settled settled = new Settled();
        assertThat(settled.look(10, 5, 8)).isZero();
        assertThat(settled.look(20, 7, 12)).isZero();
        assertThat(settled.look(30, 8, 15))
                .as("all that ran at the first look have ended")
                .isEqualTo(10);
        assertThat(settled.look(40, 15, 19)).isEqualTo(30);
        assertThat(settled.look(50, 20, 20)).isEqualTo(50);
        assertThat(settled.look(3, 20, 20)).as("a new journal").isEqualTo(3);
    }
}
