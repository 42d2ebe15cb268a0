package doppelpass.meetings;

import static doppelpassdb.leads.Tables.LATE_PASS;

import doppelpass.meetings.plug.AgendaSource;
import doppelpass.meetings.plug.Fact;
import doppelpass.meetings.plug.Occasion;
import doppelpass.meetings.plug.Text;
import doppelpass.meetings.plug.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * A2 and A12: passes still open although half as much time again as promised has gone; signals of service stand apart, because
 * a customer waits behind them.
 */
@Component
class LatePasses implements AgendaSource {
    private static final List<String> SIGNALS = List.of("expansion", "churn");
    private static final int SHOWN = 3;
    private static final int MANY = 200;
    private static final int MINUTES = 3;

    private final DSLContext db;

    LatePasses(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Topic> topics(Occasion occasion) {
        List<Record> late = new ArrayList<>(db.select(LATE_PASS.fields())
                .from(LATE_PASS)
                .where(LATE_PASS.DUE_AT.lt(occasion.now()))
                .orderBy(LATE_PASS.DUE_AT, LATE_PASS.ID)
                .limit(MANY)
                .fetch());
        List<Record> signals = late.stream()
                .filter(r -> SIGNALS.contains(r.get(LATE_PASS.KIND)))
                .toList();
        late.removeAll(signals);
        List<Topic> topics = new ArrayList<>();
        topic("A2", "late-passes", "meetings.A2.late", late, occasion.now()).ifPresent(topics::add);
        topic("A12", "late-signals", "meetings.A12", signals, occasion.now()).ifPresent(topics::add);
        return topics;
    }

    private static Optional<Topic> topic(String code, String subject, String key, List<Record> late, Instant now) {
        if (late.isEmpty()) return Optional.empty();
        long days = Duration.between(late.getFirst().get(LATE_PASS.DUE_AT), now).toDays();
        return Optional.of(new Topic(
                code,
                subject,
                Text.of(key),
                Text.of(key + ".remark", late.size()),
                Topic.Tone.BAD,
                "both",
                MINUTES,
                0,
                3,
                days,
                "/hand-overs",
                late.stream().limit(SHOWN).map(r -> fact(r, now)).toList()));
    }

    private static Fact fact(Record pass, Instant now) {
        long days = Duration.between(pass.get(LATE_PASS.DUE_AT), now).toDays();
        return new Fact(
                Text.plain(pass.get(LATE_PASS.ABOUT)),
                Text.of("meetings.late.days", days),
                Text.of("meetings.team." + pass.get(LATE_PASS.TO_FUNCTION)));
    }
}
