package doppelpass.api;

import doppelpass.testing.Cast;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Programs of the cast, each with a token of its own. */
@Component
public class Programs {
    static final List<String> LISTS =
            List.of("contacts", "companies", "leads", "deals", "campaigns", "tasks", "activities");

    private final ApiTokens tokens;
    private final TestBrowsers browsers;
    private final Cast cast;

    Programs(ApiTokens tokens, TestBrowsers browsers, Cast cast) {
        this.tokens = tokens;
        this.browsers = browsers;
        this.cast = cast;
    }

    /** May do all that its person may. */
    public Program of(String name) {
        return with(
                name,
                LISTS.stream()
                        .flatMap(list -> Stream.of(list + ":read", list + ":write"))
                        .toList());
    }

    public Program with(String name, List<String> scopes) {
        return new Program(browsers.url(), tokens.make("test", scopes, null, cast.person(name)));
    }

    public Program nobody() {
        return new Program(browsers.url(), "");
    }
}
