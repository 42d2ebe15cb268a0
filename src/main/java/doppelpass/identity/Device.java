package doppelpass.identity;

import java.util.List;

/** Browser and system as people call them, read from what a browser says of itself; empty where it says nothing known. */
public record Device(String browser, String system) {
    // the first mark that is found counts: most browsers name those they descend from as well
    private static final List<List<String>> BROWSERS = List.of(
            List.of("Edg", "Edge"),
            List.of("OPR/", "Opera"),
            List.of("Vivaldi", "Vivaldi"),
            List.of("SamsungBrowser", "Samsung Internet"),
            List.of("Firefox/", "Firefox"),
            List.of("FxiOS", "Firefox"),
            List.of("CriOS", "Chrome"),
            List.of("Chrome/", "Chrome"),
            List.of("Safari/", "Safari"),
            List.of("curl/", "curl"),
            List.of("Java", "Java"));
    private static final List<List<String>> SYSTEMS = List.of(
            List.of("Windows", "Windows"),
            List.of("iPhone", "iPhone"),
            List.of("iPad", "iPad"),
            List.of("Macintosh", "macOS"),
            List.of("Android", "Android"),
            List.of("CrOS", "ChromeOS"),
            List.of("Linux", "Linux"));

    public static Device of(String userAgent) {
        return new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static String first(List<List<String>> marks, String userAgent) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse("");
    }
}
