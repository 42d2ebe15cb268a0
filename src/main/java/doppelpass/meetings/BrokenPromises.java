package doppelpass.meetings;

import doppelpass.meetings.PassTable.Promises;
import doppelpass.meetings.plug.AgendaSource;
import doppelpass.meetings.plug.Fact;
import doppelpass.meetings.plug.Occasion;
import doppelpass.meetings.plug.Text;
import doppelpass.meetings.plug.Topic;
import java.util.List;
import org.springframework.stereotype.Component;

/** A2: one side broke more than a fifth of its promises since the last meeting, or three; both sides are shown. */
@Component
class BrokenPromises implements AgendaSource {
    private static final double SHARE = 0.2;
    private static final int MANY = 3;
    private static final int MINUTES = 5;

    private final PassTable passes;

    BrokenPromises(PassTable passes) {
        this.passes = passes;
    }

    @Override
    public List<Topic> topics(Occasion occasion) {
        Promises sales = passes.ofSales(occasion.since(), occasion.now());
        Promises marketing = passes.ofMarketing(occasion.since(), occasion.now());
        if (!worthATalk(sales) && !worthATalk(marketing)) return List.of();
        Text remark = Text.of("meetings.A2.remark", sales.broken(), sales.due(), marketing.broken(), marketing.due());
        return List.of(new Topic(
                "A2",
                "promises",
                Text.of("meetings.A2"),
                remark,
                Topic.Tone.BAD,
                "both",
                MINUTES,
                0,
                3,
                0,
                "/promises",
                List.of(fact("sales", sales), fact("marketing", marketing))));
    }

    static boolean worthATalk(Promises promises) {
        return promises.broken() >= MANY || promises.broken() > 0 && promises.broken() > SHARE * promises.due();
    }

    private static Fact fact(String team, Promises promises) {
        return new Fact(
                Text.of("meetings.A2." + team),
                Text.of("meetings.A2.figure", promises.broken(), promises.due()),
                Text.of("meetings.A2." + team + ".remark"));
    }
}
