package doppelpass.lists;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Listing;
import java.util.List;
import java.util.Map;

/** Some columns of several records, by their numbers; cells are written in place where {@code changes}. */
public record Portion(Listing listing, List<Column> columns, Map<Long, ListRow> rows, boolean changes) {}
