package doppelpass.duplicates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the records of a kind: the first time all of them, later those that changed. Works in sets and streams; how many
 * pairs had to be left out is kept.
 */
@Component
class Comparing {
    /** From here on two records are shown to people. */
    static final double LIKELY = 0.5;

    private static final int NOTED = 5_000;
    private static final int GROUPED = 300_000;
    /** Transactions that were open while the run before looked may have changed records since. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);

    private final SignTable signs;
    private final CandidateTable candidates;
    private final PairTable pairs;
    private final ProgressTable progress;
    private final Clock clock;

    Comparing(SignTable signs, CandidateTable candidates, PairTable pairs, ProgressTable progress, Clock clock) {
        this.signs = signs;
        this.candidates = candidates;
        this.pairs = pairs;
        this.progress = progress;
        this.clock = clock;
    }

    /** {@code told} hears done and total; false where another run is at it. */
    @Transactional
    public boolean compare(Matched matched, BiConsumer<Long, Long> told) {
        if (!progress.lock(matched.kind())) return false;
        Instant now = clock.instant();
        long records = signs.count(matched);
        Optional<Compared> before = progress.find(matched.kind()).filter(done -> comparable(done, records));
        if (before.isEmpty()) {
            all(matched, records, now, told);
        } else {
            changed(matched, before.get(), records, now);
        }
        pairs.group(matched.kind(), Clusters.of(pairs.open(matched.kind(), GROUPED), LIKELY));
        return true;
    }

    /** What was learned of far fewer records, or of far more, no longer holds. */
    private static boolean comparable(Compared before, long records) {
        return records <= 2 * before.records() + 1000 && 2 * records + 1000 >= before.records();
    }

    private void all(Matched matched, long records, Instant now, BiConsumer<Long, Long> told) {
        Model model = Learning.learn(signs.frequent(matched), records);
        signs.signAll(matched, signed -> told.accept(signed / 2, records));
        CandidateTable.Size size = candidates.gatherAll(matched);
        told.accept(records / 2, records);
        score(matched, model);
        pairs.replace(matched.kind(), null, now);
        progress.keep(
                matched.kind(),
                new Compared(model, now.minus(OVERLAP), records, size.pairs(), size.leftOut(), clock.instant()));
    }

    private void changed(Matched matched, Compared before, long records, Instant now) {
        List<Long> ids = signs.changed(matched, before.upTo());
        signs.sign(matched, signs.profiles(matched, ids));
        CandidateTable.Size size = candidates.gather(matched, ids);
        score(matched, before.model());
        pairs.replace(matched.kind(), ids, now);
        progress.keep(
                matched.kind(),
                new Compared(
                        before.model(), now.minus(OVERLAP), records, size.pairs(), before.leftOut(), clock.instant()));
    }

    private void score(Matched matched, Model model) {
        Matcher matcher = new Matcher(matched.traits(), model);
        int second = matched.traits().size() + 2;
        List<Match> likely = new ArrayList<>();
        pairs.begin();
        candidates.read(matched, (Record r) -> {
            Match match = matcher.match(
                    SignTable.profile(matched.traits(), r, 0), SignTable.profile(matched.traits(), r, second));
            if (match.chance() >= LIKELY) likely.add(match);
            if (likely.size() == NOTED) {
                pairs.note(likely);
                likely.clear();
            }
        });
        pairs.note(likely);
    }
}
