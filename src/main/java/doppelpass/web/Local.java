package doppelpass.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the reader of a page brings along: language, zone, currency, looks. Bound while a page is rendered. */
public record Local(
        Locale locale, ZoneId zone, String currency, String theme, Instant now, Optional<Reader> reader, String csrf) {
    static final ScopedValue<Local> CURRENT = ScopedValue.newInstance();

    /**
     * Who reads: shown in the layout, decides the menu; {@code leadOf} is the team they lead, {@code limited} who sees a part;
     * {@code hidden} and {@code fixed} are fields they may not see or not write, {@code deal.amount}.
     */
    public record Reader(
            long id,
            String name,
            Set<String> roles,
            @Nullable Long leadOf,
            boolean limited,
            Set<String> hidden,
            Set<String> fixed) {}

    static Local current() {
        return CURRENT.get();
    }

    public String language() {
        return locale.getLanguage();
    }
}
