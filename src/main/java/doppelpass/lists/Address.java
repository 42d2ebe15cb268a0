package doppelpass.lists;

import doppelpass.core.PageRequest;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Listing;
import doppelpass.web.Asked;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that an address says about a list, so that a link shows a colleague the same: quick filters, {@code where} (a rule),
 * {@code cols} ({@code name:240,state}: columns in their order with widths in pixels), sort, place, {@code as} (a
 * calendar or a board) and {@code month}, {@code view}.
 */
public record Address(Listing listing, Asked asked) {
    private static final Pattern SHOWN = Pattern.compile("([a-z][a-z0-9_]{0,59})(?::(\\d{2,3}))?");
    private static final int FEWEST = 60;

    /** A column of this list and its width, if one was chosen. */
    public record Shown(Column column, @Nullable Integer width) {
        String code() {
            return width == null ? column.name() : column.name() + ":" + width;
        }
    }

    /** The columns asked for; the usual ones where none is known. */
    public List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        for (String code : asked.text("cols").split(",", 60)) {
            Matcher matcher = SHOWN.matcher(code);
            if (!matcher.matches()) continue;
            Optional<Column> column = listing.column(matcher.group(1));
            boolean twice = shown.stream().anyMatch(s -> s.column().name().equals(matcher.group(1)));
            if (column.isPresent() && !twice) shown.add(new Shown(column.get(), width(matcher.group(2))));
        }
        return shown.isEmpty() ? usual() : shown;
    }

    public String where() {
        return asked.text("where");
    }

    /** Laid out by days rather than as a table. */
    public boolean calendar() {
        return listing.calendar() != null && asked.text("as").equals("calendar");
    }

    /** Laid out by stages rather than as a table. */
    public boolean board() {
        return listing.board() && asked.text("as").equals("board");
    }

    /** The month of the calendar, if one is named. */
    public Optional<YearMonth> month() {
        try {
            return asked.text("month").isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(asked.text("month")));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }

    /** The saved view the address came from. */
    public @Nullable Long view() {
        return asked.number("view");
    }

    public PageRequest page() {
        return asked.page(listing.sorts().keySet(), listing.sort(), listing.descending());
    }

    /** What makes the list what it is, sort and place left out. */
    public Map<String, String> parameters() {
        Map<String, String> kept = new LinkedHashMap<>();
        new TreeSet<>(listing.filters()).forEach(name -> put(kept, name, asked.text(name)));
        put(kept, "where", where());
        put(kept, "as", calendar() ? "calendar" : board() ? "board" : "");
        put(kept, "month", calendar() ? month().map(YearMonth::toString).orElse("") : "");
        put(kept, "cols", asked.text("cols").isEmpty() ? "" : codes(shown()));
        put(kept, "view", asked.text("view"));
        return kept;
    }

    /** The same with its sort, without the month and the view it came from: what a view keeps. */
    public Map<String, String> kept() {
        Map<String, String> kept = parameters();
        kept.remove("view");
        kept.remove("month");
        PageRequest page = page();
        boolean usual = page.sort().equals(listing.sort()) && page.descending() == listing.descending();
        if (!usual) {
            kept.put("sort", page.sort());
            if (page.descending()) kept.put("desc", "true");
        }
        return kept;
    }

    static String codes(List<Shown> shown) {
        return shown.stream().map(Shown::code).collect(Collectors.joining(","));
    }

    private List<Shown> usual() {
        return listing.usual().stream()
                .flatMap(name -> listing.column(name).stream())
                .map(column -> new Shown(column, null))
                .toList();
    }

    private static @Nullable Integer width(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(Math.max(FEWEST, Integer.parseInt(digits)));
    }

    private static void put(Map<String, String> kept, String name, String value) {
        if (!value.isEmpty()) kept.put(name, value);
    }
}
