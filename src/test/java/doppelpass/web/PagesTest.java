package doppelpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page of every module in a real browser, lists and records, as somebody who may open it: no barrier, no complaint
 * on the console, no sideways scrolling on a phone. Pictures of all of them lie in {@code target/shots}.
 */
@DoppelpassTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final boolean PICTURES = System.getenv("DOPPELPASS_PICTURES") != null;
    private static final List<String> READERS = List.of("lena", "ada", "mara", "svea", "carlo", "selma", "boris");

    private final RequestMappingHandlerMapping mappings;
    private final Rights rights;
    private final Browser browser;
    private final Cast cast;
    private final People people;
    private final SomePages some;
    private final Sweep sweep;
    private final Map<String, String> records = new HashMap<>();
    private final Map<String, Window> windows = new HashMap<>();

    PagesTest(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            Rights rights,
            Browser browser,
            Cast cast,
            People people,
            SomePages some,
            Sweep sweep) {
        this.mappings = mappings;
        this.rights = rights;
        this.browser = browser;
        this.cast = cast;
        this.people = people;
        this.some = some;
        this.sweep = sweep;
    }

    /**
     * Lists are opened in English while they are empty, in German once there is something in them; pages about a record in
     * German, which needs more room, and in English for pictures or else read for missing texts. Barriers are looked for once
     * a page, where it is full: in width and scheme the pages take turns, for they are made of the same parts.
     */
    @TestFactory
    Stream<DynamicTest> everyPageIsOpenToEverybodyAndFitsAPhone() {
        List<String> lists = lists().toList();
        Stream<DynamicTest> empty = lists.stream()
                .map(path -> look(path + ", empty", () -> faults(path, List.of(Look.NARROW_DARK_ENGLISH), false)));
        Stream<DynamicTest> filled = lists.stream().map(path -> look(path, () -> faults(path, Look.GERMAN, true)));
        DynamicTest fill = DynamicTest.dynamicTest("one record of every kind", () -> records.putAll(some.open()));
        return Stream.of(empty, Stream.of(fill), markup(lists), filled, records())
                .flatMap(tests -> tests);
    }

    /** All that is looked at below holds markup wherever somebody can write, which none of the pages may take for its own. */
    private Stream<DynamicTest> markup(List<String> lists) {
        return Stream.of(
                look("markup, typed into every form and sent to the API", () -> {
                    List<String> pages = new ArrayList<>(lists);
                    pages.addAll(records.values());
                    List<String> wrong = sweep.type(pages);
                    records.putAll(sweep.moved());
                    return wrong;
                }),
                look("words of routes that no markup was typed into", sweep::untyped),
                look("columns of texts without markup", sweep::clean));
    }

    /** Pages about a record; one that nobody has a record for fails. */
    private Stream<DynamicTest> records() {
        return patterns()
                .filter(pattern -> aboutARecord(pattern) && !SomePages.NO_PAGES.contains(pattern))
                .map(pattern -> look(pattern, () -> {
                    String path = records.get(pattern);
                    if (path == null) return List.of("nobody looks at this page: add a record to SomePages");
                    List<String> wrong = new ArrayList<>(
                            PICTURES ? faults(path, Look.ENGLISH, false) : missing(path, Look.WIDE_LIGHT_ENGLISH));
                    wrong.addAll(faults(path, Look.GERMAN, true));
                    return wrong;
                }));
    }

    private static DynamicTest look(String name, Supplier<List<String>> faults) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(faults.get()).as("faults of " + name).isEmpty());
    }

    /** Guards the test itself: a page with known faults must be found out. */
    @Test
    void aPageWithFaultsIsFoundOut() {
        Window window = windowFor("/sign-in");
        window.open("/sign-in", 360, false);
        window.page().evaluate("""
                () => {
                  document.querySelector('main').innerHTML =
                    '<input name="nameless"><p class="low">faint <i class="dp">loud</i></p><svg width="900" height="20"></svg>';
                  document.querySelector('.low').style.color = '#ddd';
                  const script = document.createElement('script');
                  script.textContent = 'window.broken = true';
                  document.body.append(script);
                }""");
        assertThat(window.barriers()).anyMatch(f -> f.contains("label")).anyMatch(f -> f.contains("color-contrast"));
        assertThat(marks(window)).isOne();
        assertThat(window.overflow()).isGreaterThan(400);
        assertThat(window.complaints()).anyMatch(c -> c.contains("Content Security Policy"));
    }

    @AfterAll
    void closeWindows() {
        windows.values().forEach(Window::close);
    }

    /** Opens the page in the first look and turns it to the next. */
    private List<String> faults(String path, List<Look> looks, boolean barriers) {
        Window window = windowFor(path);
        Look first = looks.getFirst();
        speak(path, first.language);
        int status = window.open(url(path, first), first.width, first.dark);
        List<String> faults = new ArrayList<>();
        if (status != 200) {
            faults.add("status " + status);
        }
        Look watched = looks.get(Math.floorMod(path.hashCode(), looks.size()));
        for (Look look : looks) {
            if (look != first) window.turn(look.width, look.dark);
            if (barriers && look == watched) window.barriers().forEach(barrier -> faults.add(look + " " + barrier));
            faults.addAll(faults(window, path, look));
        }
        window.complaints().forEach(complaint -> faults.add(first.language + " " + complaint));
        return faults;
    }

    /** The page as it is sent, without a browser's work. */
    private List<String> missing(String path, Look look) {
        speak(path, look.language);
        var answer = windowFor(path).page().request().get(url(path, look));
        List<String> faults = new ArrayList<>();
        if (answer.status() != 200) faults.add(look + " status " + answer.status());
        if (answer.text().contains("⟦")) faults.add(look + " a text is missing: ⟦…⟧");
        return faults;
    }

    private static List<String> faults(Window window, String path, Look look) {
        List<String> faults = new ArrayList<>();
        if (look.width == 360 && window.overflow() > 0) {
            faults.add("needs " + window.overflow() + " px of scrolling sideways");
        }
        if ((Boolean) window.page().evaluate("() => document.documentElement.outerHTML.includes('⟦')")) {
            faults.add("a text is missing: ⟦…⟧");
        }
        if (marks(window) > 0) {
            faults.add("what people typed became elements of the page");
        }
        window.shot(look.file(path));
        return faults.stream().map(fault -> look + " " + fault).toList();
    }

    /** Names and texts of {@link SomePages} and of {@link Sweep} hold markup. */
    private static int marks(Window window) {
        return (Integer)
                window.page().evaluate("elements => document.querySelectorAll(elements).length", Markup.ELEMENTS);
    }

    /** Before sign-in the address names the language, afterwards the person does. */
    private String url(String path, Look look) {
        return reader(path).isEmpty() ? path + "?lang=" + look.language : path;
    }

    private void speak(String path, String language) {
        reader(path).ifPresent(name -> people.prefer(cast.person(name).id(), language, "auto"));
    }

    private Window windowFor(String path) {
        return windows.computeIfAbsent(
                reader(path).orElse(""), name -> name.isEmpty() ? browser.stranger() : browser.as(name));
    }

    /** The first of the cast whom the routes table lets in; nobody for pages in front of the door. */
    private Optional<String> reader(String path) {
        Rights.Route route = rights.route("GET", path.replaceFirst("\\?.*", "")).orElseThrow();
        return route.open()
                ? Optional.empty()
                : READERS.stream().filter(n -> route.allows(roles(n))).findFirst();
    }

    private Set<String> roles(String name) {
        Person person = cast.person(name);
        return person.roles();
    }

    /** Routes without a variable that answer with a page: no download, no redirect. */
    private Stream<String> lists() {
        return patterns()
                .filter(path -> !aboutARecord(path) && !SomePages.NO_PAGES.contains(path))
                .filter(this::isPage);
    }

    private static boolean aboutARecord(String pattern) {
        return pattern.contains("{") || SomePages.ASKING.contains(pattern);
    }

    private Stream<String> patterns() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("doppelpass."))
                .filter(e -> e.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(m -> m.name().equals("GET")))
                .flatMap(e -> e.getKey().getPatternValues().stream())
                .sorted()
                .distinct();
    }

    private boolean isPage(String path) {
        var answer = windowFor(path)
                .page()
                .request()
                .get(path, RequestOptions.create().setMaxRedirects(0));
        String type = answer.headers().getOrDefault("content-type", "");
        // an answer that is no success stays in: the test names it
        return answer.status() / 100 != 3 && (type.startsWith("text/html") || answer.status() >= 400);
    }
}
