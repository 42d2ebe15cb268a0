package doppelpass.search;

import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.search.Found.Action;
import doppelpass.search.plug.Findables;
import doppelpass.web.Keys;
import doppelpass.web.Menu;
import doppelpass.web.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the box can do: every page of the menu, what modules let one begin, and the reader's own switches. */
@Component
class Commands {
    private static final int MOST = 6;

    private final List<Menu> menus;
    private final List<Findables> plugs;
    private final Rights rights;

    Commands(List<Menu> menus, List<Findables> plugs, Rights rights) {
        this.menus = menus;
        this.plugs = plugs;
        this.rights = rights;
    }

    /** Those whose words, in either language, begin with the typed ones; the shortest first. */
    List<Action> matching(String typed, Person reader) {
        List<String> words = Folded.words(typed);
        if (String.join("", words).length() < 2) return List.of();
        return all(reader)
                .filter(action -> Stream.of(Locale.GERMAN, Locale.ENGLISH)
                        .anyMatch(language -> begins(words, Folded.words(text(action, language)))))
                .sorted(Comparator.comparingInt(action -> action.of().length()))
                .limit(MOST)
                .toList();
    }

    private static boolean begins(List<String> typed, List<String> label) {
        return typed.stream().allMatch(word -> label.stream().anyMatch(l -> l.startsWith(word)));
    }

    private static String text(Action action, Locale language) {
        String of = action.of().isEmpty() ? "" : Messages.text(language, action.of());
        return Messages.text(language, action.label(), of);
    }

    private Stream<Action> all(Person reader) {
        return Stream.of(pages(), fresh(), own(reader).stream())
                .flatMap(actions -> actions)
                .filter(action -> rights.route(action.method(), action.path())
                        .map(route -> route.allows(reader.roles()))
                        .orElse(false));
    }

    private Stream<Action> pages() {
        return menus.stream()
                .flatMap(menu -> menu.entries().stream())
                .sorted(Comparator.comparing(Menu.Entry::section).thenComparing(Menu.Entry::order))
                .map(entry -> new Action(
                        "search.goTo",
                        entry.label(),
                        entry.icon(),
                        entry.url(),
                        "GET",
                        Map.of(),
                        Keys.of(entry.url())));
    }

    private Stream<Action> fresh() {
        return plugs.stream()
                .flatMap(plug -> plug.commands().stream())
                .map(command -> new Action(command.label(), "", command.icon(), command.path(), "GET", Map.of(), ""));
    }

    private static List<Action> own(Person reader) {
        List<Action> own = new ArrayList<>();
        own.add(new Action("search.me", "", "user-circle", "/me", "GET", Map.of(), ""));
        own.add(new Action("search.signOut", "", "logout", "/sign-out", "POST", Map.of(), ""));
        for (String language : List.of("de", "en")) {
            if (!language.equals(reader.language()))
                own.add(prefer("search.language." + language, "language", language, reader.theme()));
        }
        for (String theme : List.of("light", "dark", "auto")) {
            if (!theme.equals(reader.theme()))
                own.add(prefer("search.theme." + theme, "palette", reader.language(), theme));
        }
        return own;
    }

    private static Action prefer(String label, String icon, String language, String theme) {
        return new Action(label, "", icon, "/me", "PUT", Map.of("language", language, "theme", theme), "");
    }
}
