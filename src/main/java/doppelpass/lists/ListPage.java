package doppelpass.lists;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Format;
import doppelpass.lists.plug.Listing;
import doppelpass.rules.Clause;
import doppelpass.rules.Problem;
import doppelpass.web.ListState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list as its page shows it: records, columns, filter in words, saved views. */
public record ListPage(
        Address address,
        ListState state,
        List<ListRow> rows,
        List<Clause> clauses,
        List<Problem> problems,
        List<View> views,
        Person reader,
        boolean changes,
        boolean removes,
        @Nullable CalendarPage calendar,
        List<Format> formats) {

    public Listing listing() {
        return address.listing();
    }

    public List<Address.Shown> shown() {
        return address.shown();
    }

    /** Columns that are not shown, in their order. */
    public List<Column> hidden() {
        List<Column> shown = shown().stream().map(Address.Shown::column).toList();
        return listing().columns().stream().filter(c -> !shown.contains(c)).toList();
    }

    /** Columns the reader may change, of one record or of many. */
    public List<Column> writable() {
        return changes
                ? listing().columns().stream().filter(c -> c.editing() != null).toList()
                : List.of();
    }

    /** Nothing narrows the list: if it is empty, there is no record at all. */
    public boolean whole() {
        return address.kept().keySet().stream()
                .noneMatch(name -> name.equals("where") || listing().filters().contains(name));
    }

    /** The same list without one condition of its filter. */
    public String without(Clause clause) {
        String rest = clauses.stream()
                .filter(c -> c != clause)
                .map(c -> c.text().contains("||") || c.text().contains("?") ? "(" + c.text() + ")" : c.text())
                .collect(Collectors.joining(" && "));
        return state.with("where", rest);
    }

    /** The view the list was opened from. */
    public Optional<View> view() {
        Long id = address.view();
        return views.stream().filter(v -> id != null && v.id() == id).findFirst();
    }

    /** What a view would keep of this list now. */
    public String kept() {
        return ListState.query(address.kept());
    }

    /** The address with the view it came from. */
    public String query() {
        return ListState.query(keptBut());
    }

    /** The list is no longer what its view keeps. */
    public boolean changed() {
        return view().map(v -> !v.address().equals(kept())).orElse(!kept().isEmpty());
    }

    /** Neither by days nor by stages: columns and rows. */
    public boolean tabular() {
        return calendar == null && !address.board();
    }

    /** The same records as a table, or laid out by days or stages. */
    public String as(String display) {
        Map<String, String> parameters = keptBut("as", "month");
        parameters.put("as", display);
        String query = ListState.query(parameters);
        return query.isEmpty() ? path() : path() + "?" + query;
    }

    /** The list as it is for whoever opens it first. */
    public String path() {
        return listing().path();
    }

    /** Parameters as hidden inputs of a form that sets some of them itself. */
    public Map<String, String> keptBut(String... names) {
        Map<String, String> kept = new LinkedHashMap<>(address.kept());
        if (address.view() != null) kept.put("view", address.asked().text("view"));
        if (calendar != null) kept.put("month", calendar.month().toString());
        List.of(names).forEach(kept::remove);
        return kept;
    }

    /** Parameters a quick filter bar does not set itself. */
    public Map<String, String> beyondFilters() {
        return keptBut(listing().filters().toArray(String[]::new));
    }

    /** Widths were chosen: columns keep them. */
    public boolean sized() {
        return shown().stream().anyMatch(s -> s.width() != null);
    }
}
