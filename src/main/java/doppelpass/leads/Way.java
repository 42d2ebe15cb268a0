package doppelpass.leads;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lead's touchpoints as a picture: the last stations in order, evenly spread, the newest marked. */
public record Way(List<Stop> stops, int count, long days) {
    private static final int SHOWN = 7;
    private static final int WIDTH = 760;
    private static final int LONGEST_LABEL = 19;

    /** A station at x (of {@value #WIDTH}); labels stand above and below the line in turn. */
    public record Stop(int x, boolean above, boolean last, Touch touch) {
        public String label() {
            String label = touch.label();
            return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
        }

        /** Marketing's colour for what the contact did, grey for colleagues, sales' colour for the newest. */
        public String css() {
            return last ? "fill-sales" : touch.colleague() ? "fill-muted" : "fill-marketing";
        }

        public int radius() {
            return last ? 8 : touch.colleague() ? 5 : 6;
        }
    }

    public static Way of(List<Touch> touches) {
        List<Touch> shown = touches.subList(Math.max(0, touches.size() - SHOWN), touches.size());
        int step = shown.size() < 2 ? 0 : (WIDTH - 130) / (shown.size() - 1);
        List<Stop> stops = java.util.stream.IntStream.range(0, shown.size())
                .mapToObj(i -> new Stop(65 + i * step, i % 2 == 0, i == shown.size() - 1, shown.get(i)))
                .toList();
        return new Way(stops, touches.size(), days(touches));
    }

    public @Nullable Stop newest() {
        return stops.isEmpty() ? null : stops.getLast();
    }

    private static long days(List<Touch> touches) {
        return touches.isEmpty()
                ? 0
                : Duration.between(touches.getFirst().at(), touches.getLast().at())
                        .toDays();
    }
}
