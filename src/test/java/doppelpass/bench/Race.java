package doppelpass.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Two sides answer the same question in turns. A round's time is the median of its calls; a difference between the
 * answers ends the bench.
 *
 * @param warmUp calls of each side before anything is measured
 * @param calls calls of each side in a round
 * @param rounds how often each side has its turn
 */
record Race(int warmUp, int calls, int rounds) {
    static final int ROUNDS = 5;

    Race(int warmUp, int calls) {
        this(warmUp, calls, ROUNDS);
    }

    /** Too long to repeat within a round, and the same work each time: no warm-up. */
    static Race once() {
        return new Race(0, 1);
    }

    /** Takes minutes and is nothing new the second time. */
    static Race single() {
        return new Race(0, 1, 1);
    }

    /** Seconds: per round for both sides, and each call of ours. */
    record Times(List<Double> ours, List<Double> bare, List<Double> calls) {}

    Times run(String what, Contender ours, Contender bare) {
        for (int i = 0; i < warmUp; i++) {
            ours.run();
            bare.run();
        }
        Times times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            Lap mine = lap(ours);
            Lap theirs = lap(bare);
            if (!Objects.equals(mine.answer(), theirs.answer())) {
                throw new AssertionError(
                        what + ": both sides must agree\n ours " + mine.answer() + "\n bare " + theirs.answer());
            }
            times.ours().add(Statistics.median(mine.seconds()));
            times.bare().add(Statistics.median(theirs.seconds()));
            times.calls().addAll(mine.seconds());
        }
        return times;
    }

    private record Lap(List<Double> seconds, Object answer) {}

    private Lap lap(Contender side) {
        List<Double> seconds = new ArrayList<>();
        Object answer = "";
        for (int call = 0; call < calls; call++) {
            side.prepare();
            long start = System.nanoTime();
            var reached = side.run();
            seconds.add((System.nanoTime() - start) / 1e9);
            answer = reached.get();
        }
        return new Lap(seconds, answer);
    }
}
