package doppelpass.contacts;

import doppelpass.web.Asked;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which contacts or companies a list shows, as its address says it. */
record ListFilter(String q, @Nullable Long owner, String fit, String country, String source) {
    static final List<String> FITS = List.of("A", "B", "C", "D", "unknown");

    static ListFilter of(Asked asked) {
        return new ListFilter(
                asked.text("q"),
                asked.number("owner"),
                asked.oneOf("fit", Set.copyOf(FITS)),
                asked.text("country").toUpperCase(Locale.ROOT),
                asked.text("source"));
    }

    static Map<String, String> parameters(Asked asked) {
        return asked.only("q", "owner", "fit", "country", "source");
    }
}
