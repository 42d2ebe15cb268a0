package doppelpass.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A picture of figures: the browser draws it with ECharts in the theme's colours, and the same figures stand below it
 * as a table. {@code kind}: bar, line, stacked, pie. {@code size}: s, m, l. Missing values are null and leave a gap.
 */
public record Chart(
        String title, String kind, String size, String unit, int digits, List<String> labels, List<Series> series) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** {@code colour} is a role: marketing, sales, service, lead, good, bad, watch, both or muted. */
    public record Series(String name, String colour, List<@Nullable Double> values, List<String> links) {
        public Series(String name, String colour, List<@Nullable Double> values) {
            this(name, colour, values, List.of());
        }
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }
}
