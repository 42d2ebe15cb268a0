package doppelpass.identity;

import doppelpass.web.Allowed;
import doppelpass.web.Local;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may use which route. Each module lists its routes in {@code routes.txt}; together they are one table, and a route
 * that is not in it is closed to everybody.
 */
@Component
public class Rights implements Allowed {
    private final List<Route> routes = read();

    /** By the first part of their paths, which none of them leaves open. */
    private final Map<String, List<Route>> parts = routes.stream()
            .collect(Collectors.groupingBy(route -> part(route.pattern().getPatternString())));

    /** One row: {@code who} holds function codes, or {@code everyone} (also unknown visitors), or {@code signed-in}. */
    public record Route(String method, PathPattern pattern, Set<String> who) {
        boolean matches(String requestMethod, PathContainer path) {
            return (method.equals(requestMethod) || method.equals("GET") && requestMethod.equals("HEAD"))
                    && pattern.matches(path);
        }

        public boolean open() {
            return who.contains("everyone");
        }

        public boolean allows(Set<String> roles) {
            return open() || who.contains("signed-in") || who.stream().anyMatch(roles::contains);
        }
    }

    public List<Route> routes() {
        return routes;
    }

    /** The most specific row for a request. */
    public Optional<Route> route(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        // the part of an address may be written in several ways: one that could be is compared with all
        List<Route> possible =
                path.contains("%") || path.contains(";") ? routes : parts.getOrDefault(part(path), List.of());
        return possible.stream()
                .filter(route -> route.matches(method, container))
                .min((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern(), b.pattern()));
    }

    private static String part(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    @Override
    public boolean allowed(Local.Reader reader, String method, String path) {
        return route(method, path).map(r -> r.allows(reader.roles())).orElse(false);
    }

    @Override
    public boolean known(String method, String path) {
        return route(method, path).isPresent();
    }

    private static List<Route> read() {
        List<Route> routes = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:doppelpass/*/routes.txt")) {
                file.getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Rights::parse)
                        .forEach(routes::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the routes", e);
        }
        return List.copyOf(routes);
    }

    private static Route parse(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 3) {
            throw new IllegalStateException("Not a route: \"" + line + "\". It takes METHOD /path who …");
        }
        if (part(words[1]).matches(".*[{*?].*"))
            throw new IllegalStateException(words[1] + " leaves its first part open.");
        Set<String> who = Set.copyOf(List.of(words).subList(2, words.length));
        return new Route(words[0], PathPatternParser.defaultInstance.parse(words[1]), who);
    }
}
