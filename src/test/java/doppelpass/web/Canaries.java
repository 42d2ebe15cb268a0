package doppelpass.web;

import doppelpass.identity.Rights;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.web.Markup.Field;
import doppelpass.web.Markup.Form;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Types markup into every form of every page: all texts at once, without those that were refused, and one by one where
 * nothing else is accepted; then in place of every other word that a form sends. It remembers what it typed where, and what
 * came back wrong.
 */
@Component
@Lazy
class Canaries {
    private static final List<String> READERS = List.of("lena", "ada", "svea", "mara", "carlo");
    /** Whose forms are others for others. */
    private static final String ONE_BY_ONE =
            "/(hand-overs|leads|deals|glossary|kpis|meetings|actions|me|imports|lines|lists|fields|pipelines|tags)\\b.*";
    /** What ends a record comes last. */
    private static final String ENDS =
            ".*/(closure|disqualification|recycling|return|cancellation|withdrawal|removal|deletion)";

    /** A route for many words: each address counts. */
    private static final Set<String> EACH = Set.of("PUT /lists/{}/{}/{}", "PUT /fields/of/{}/{}");

    private final TestBrowsers browsers;
    private final Browser browser;
    private final Rights rights;
    private final Cast cast;
    private final WritingRoutes routes;

    /** Route → the words that were typed with markup. */
    final Map<String, Set<String>> typed = new TreeMap<>();

    final List<String> wrong = new ArrayList<>();

    private final Set<String> accepted = new HashSet<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private int number;

    Canaries(TestBrowsers browsers, Browser browser, Rights rights, Cast cast, WritingRoutes routes) {
        this.browsers = browsers;
        this.browser = browser;
        this.rights = rights;
        this.cast = cast;
        this.routes = routes;
    }

    void type(Collection<String> pages) {
        try (Markup markup = new Markup(browser)) {
            Set<String> opened = new HashSet<>();
            for (String reader : READERS) {
                WebClient client = browsers.as(reader);
                Set<String> roles = cast.person(reader).roles();
                List<Form> forms = new ArrayList<>(formless());
                for (String page : pages) {
                    if (!opens("GET", page, roles) || !opened.add(page) && !page.matches(ONE_BY_ONE)) continue;
                    String body = client.get(page).body();
                    if (body.contains("<form method=\"post\"") || body.contains(" hx-put="))
                        forms.addAll(markup.read(body).forms());
                }
                forms.sort(Comparator.comparing(form -> form.action().matches(ENDS)));
                for (Form form : forms) if (opens(form.method(), form.action(), roles)) type(markup, client, form);
            }
        }
    }

    /** What no page has a form for. */
    private static List<Form> formless() {
        return List.of(
                formless("POST", "/notes/preview", "text"),
                formless("POST", "/shares/contact-1", "with"),
                formless("POST", "/me/recovery-codes", "code"),
                formless("PUT", "/me/authenticator", "code"),
                formless("DELETE", "/me/authenticator", "code"),
                formless("PUT", "/tasks/1/notice", "from"),
                formless("PUT", "/tasks/1/omission", "from"),
                formless("DELETE", "/tasks/1/completion", "from"),
                formless("DELETE", "/timeline/1/withdrawal", "about", "kind"),
                formless("DELETE", "/activities/1/outcome", "about", "kind"),
                formless("PUT", "/day/plans/1/outcome", "outcome"),
                formless("PUT", "/day/plans/1/time", "when"),
                formless("POST", "/fields/preview", "kind", "type", "labelDe", "labelEn", "helpDe", "helpEn"));
    }

    private static Form formless(String method, String address, String... names) {
        return new Form(
                method,
                address,
                List.of(names).stream()
                        .map(name -> new Field(name, "text", "", "text", false))
                        .toList());
    }

    private boolean opens(String method, String address, Set<String> roles) {
        return rights.route(method, path(address))
                .filter(route -> !route.open() && route.allows(roles))
                .isPresent();
    }

    private static String path(String address) {
        return address.replaceFirst("[?#].*", "");
    }

    private void type(Markup markup, WebClient client, Form form) {
        String key = WritingRoutes.key(
                form.method(),
                rights.route(form.method(), path(form.action()))
                        .orElseThrow()
                        .pattern()
                        .getPatternString());
        Set<String> declared = routes.all().getOrDefault(key, Set.of());
        List<Field> words = form.fields().stream()
                .filter(f -> declared.contains(f.name()) || declared.contains(WritingRoutes.ANY))
                .toList();
        String place = (EACH.contains(key) ? form.action() : key) + " "
                + words.stream().map(Field::name).distinct().sorted().toList();
        if (words.isEmpty() || accepted.contains(place) || tries.merge(place, 1, Integer::sum) > 2) return;
        List<String> texts = words.stream().filter(Field::text).map(Field::name).toList();
        Attempt attempt = new Attempt(markup, client, form, key);
        Set<String> kept = attempt.together(texts);
        if (!kept.isEmpty()) accepted.add(place);
        Set<String> others = new TreeSet<>(declared);
        words.forEach(word -> others.add(word.name()));
        others.remove(WritingRoutes.ANY);
        others.removeAll(typed.getOrDefault(key, Set.of()));
        for (String other : others) attempt.beside(kept, other);
    }

    /** One form, sent several times. */
    private final class Attempt {
        private final Markup markup;
        private final WebClient client;
        private final Form form;
        private final String key;

        Attempt(Markup markup, WebClient client, Form form, String key) {
            this.markup = markup;
            this.client = client;
            this.form = form;
            this.key = key;
        }

        /** The texts that were accepted with markup in them: all, or all that nothing speaks against, or one after the other. */
        Set<String> together(List<String> texts) {
            Set<String> left = new HashSet<>(texts);
            for (int round = 0; round < 4 && !left.isEmpty(); round++) {
                Set<String> refused = new HashSet<>();
                if (sent(left, refused)) return left;
                if (!left.removeAll(refused)) break;
            }
            Set<String> kept = new HashSet<>();
            for (String text : texts) if (beside(kept, text)) kept.add(text);
            return kept;
        }

        boolean beside(Set<String> kept, String name) {
            Set<String> names = new HashSet<>(kept);
            names.add(name);
            return sent(names, new HashSet<>());
        }

        private boolean sent(Set<String> names, Set<String> refused) {
            Map<String, String> values = new HashMap<>();
            StringBuilder more = new StringBuilder();
            for (Field field : form.fields()) {
                if (names.contains(field.name())) values.put(field.name(), Markup.TYPED + ++number);
                else if (!values.containsKey(field.name()) && !field.kind().equals("open"))
                    values.put(field.name(), usual(field));
                else if (field.kind().equals("other"))
                    more.append("&").append(field.name()).append("=").append(field.value());
            }
            form.fields().stream()
                    .filter(field -> field.type().equals("radio") && field.required())
                    .forEach(field -> values.putIfAbsent(field.name(), field.value()));
            names.forEach(name -> values.computeIfAbsent(name, n -> Markup.TYPED + ++number));
            String address = path(form.action()) + (more.isEmpty() ? "" : "?" + more.substring(1));
            HttpResponse<String> answer = client.send(form.method(), address, values);
            typed.computeIfAbsent(key, k -> new TreeSet<>()).addAll(names);
            boolean looked = List.of("<i class=dp", "<img src=dp", "aria-invalid").stream()
                    .anyMatch(answer.body()::contains);
            Markup.Read read = looked ? markup.read(answer.body()) : new Markup.Read(0, List.of(), List.of());
            if (answer.statusCode() >= 500 || read.marks() > 0)
                wrong.add(answer.statusCode() + " " + read.marks() + " " + key + " " + names);
            refused.addAll(read.wrong());
            return answer.statusCode() / 100 == 3 || answer.statusCode() == 200 && EACH.contains(key);
        }

        private static String usual(Field field) {
            if (!field.value().isEmpty() || !field.required()) return field.value();
            return field.type().equals("date") ? "2026-06-12" : field.type().equals("number") ? "1" : Markup.TYPED;
        }
    }
}
