package doppelpass.web;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list as its address says it: path, filters, sort, place. Every link on a list page is made here. */
public record ListState(String path, Map<String, String> filters, PageRequest request, Page<?> page) {

    public boolean sortedBy(String column) {
        return request.sort().equals(column);
    }

    public boolean descending() {
        return request.descending();
    }

    public @Nullable String ariaSort(String column) {
        return sortedBy(column) ? (descending() ? "descending" : "ascending") : null;
    }

    public String sortUrl(String column) {
        boolean down = sortedBy(column) && !descending();
        return url(column, down, null);
    }

    public Optional<String> nextUrl() {
        return page.next().map(c -> url(request.sort(), descending(), c));
    }

    public Optional<String> previousUrl() {
        return page.previous().map(c -> url(request.sort(), descending(), c));
    }

    public String countText() {
        return Words.t(page.countEstimated() ? "web.countAbout" : "web.count", page.count());
    }

    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    /** The same list from its start with one parameter set otherwise; an empty value leaves it out. */
    public String with(String name, String value) {
        Map<String, String> parameters = new LinkedHashMap<>(filters);
        parameters.put(name, value);
        return url(parameters, request.sort(), descending(), null);
    }

    private String url(String sort, boolean down, @Nullable Cursor cursor) {
        return url(new LinkedHashMap<>(filters), sort, down, cursor);
    }

    private String url(Map<String, String> parameters, String sort, boolean down, @Nullable Cursor cursor) {
        parameters.put("sort", sort);
        if (down) {
            parameters.put("desc", "true");
        }
        if (cursor != null) {
            parameters.put("at", cursor.encode());
        }
        String query = query(parameters);
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Parameters as an address has them; empty ones are left out. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
