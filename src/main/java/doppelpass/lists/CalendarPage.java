package doppelpass.lists;

import doppelpass.lists.plug.Calendar;
import doppelpass.lists.plug.Shape;
import doppelpass.web.ListState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A month of a list, its records on their days. Weeks begin on Monday.
 *
 * @param cut there are more records in the month than were read
 */
public record CalendarPage(
        Address address, YearMonth month, LocalDate today, Map<LocalDate, List<Entry>> days, boolean cut) {
    /** Records of a month that are read. */
    public static final int MOST = 1_000;
    /** Records of a day that are shown. */
    static final int A_DAY = 4;

    /** A record on its day. */
    public record Entry(LocalDate day, ListRow row) {
        /** The first column that says something. */
        public String text() {
            return cells().isEmpty() ? "" : cells().getFirst().words();
        }

        /** What the next column says. */
        public String aside() {
            return cells().size() < 2 ? "" : cells().get(1).words();
        }

        /** Its own page, or that of the first record it is linked with. */
        public Optional<String> url(String path) {
            return cells().stream()
                    .filter(cell -> cell.shape() instanceof Shape.Title || cell.shape() instanceof Shape.Link)
                    .map(cell -> cell.shape() instanceof Shape.Link link
                            ? link.path() + cell.text(1)
                            : path + "/" + row.id())
                    .findFirst();
        }

        private List<Cell> cells() {
            return row.cells().stream().filter(cell -> !cell.empty()).toList();
        }
    }

    static CalendarPage of(Address address, YearMonth month, LocalDate today, List<Entry> found) {
        Map<LocalDate, List<Entry>> days = found.stream()
                .limit(MOST)
                .collect(Collectors.groupingBy(Entry::day, TreeMap::new, Collectors.toList()));
        return new CalendarPage(address, month, today, days, found.size() > MOST);
    }

    /** The days of the month in their order. */
    public List<LocalDate> all() {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
    }

    /** Any week, for the names of its days. */
    public List<LocalDate> week() {
        LocalDate monday = LocalDate.of(2024, 1, 1);
        return monday.datesUntil(monday.plusWeeks(1)).toList();
    }

    public List<Entry> shown(LocalDate day) {
        return on(day).stream().limit(A_DAY).toList();
    }

    /** How many records of a day are not shown. */
    public int beyond(LocalDate day) {
        return Math.max(0, on(day).size() - A_DAY);
    }

    public int total() {
        return days.values().stream().mapToInt(List::size).sum();
    }

    /** The same in another month. */
    public String at(YearMonth other) {
        Map<String, String> parameters = parameters();
        parameters.put("month", other.toString());
        return url(parameters);
    }

    /** The list of a day's records. */
    public String list(LocalDate day) {
        Calendar calendar = Objects.requireNonNull(address.listing().calendar());
        Map<String, String> parameters = parameters();
        parameters.remove("as");
        String where = address.where();
        parameters.put("where", (where.isEmpty() ? "" : "(" + where + ") && ") + calendar.rule(day));
        return url(parameters);
    }

    private List<Entry> on(LocalDate day) {
        return days.getOrDefault(day, List.of());
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(address.kept());
        if (address.view() != null) parameters.put("view", address.asked().text("view"));
        return parameters;
    }

    private String url(Map<String, String> parameters) {
        return address.listing().path() + "?" + ListState.query(parameters);
    }
}
