package doppelpass.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the modules' menu entries together for one reader. */
@Component
class Navigation {
    static final ScopedValue<Navigation> CURRENT = ScopedValue.newInstance();

    private final List<Menu> menus;
    private final List<Allowed> rights;

    Navigation(List<Menu> menus, List<Allowed> rights) {
        this.menus = menus;
        this.rights = rights;
    }

    List<NavigationSection> menu(HttpServletRequest request) {
        Map<Menu.Section, List<Menu.Entry>> sections = new EnumMap<>(Menu.Section.class);
        Local.current()
                .reader()
                .ifPresent(reader -> menus.stream()
                        .flatMap(menu -> menu.entries().stream())
                        .filter(entry -> may(reader, "GET", entry.url()))
                        .sorted(Comparator.comparingInt(Menu.Entry::order))
                        .forEach(entry -> sections.computeIfAbsent(entry.section(), s -> new ArrayList<>())
                                .add(entry)));
        return sections.entrySet().stream()
                .map(section -> new NavigationSection(
                        section.getKey(),
                        section.getValue().stream().map(e -> link(e, request)).toList()))
                .toList();
    }

    boolean may(Local.Reader reader, String method, String path) {
        return rights.stream().allMatch(r -> r.allowed(reader, method, path));
    }

    private static NavigationSection.Link link(Menu.Entry entry, HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean here = path.equals(entry.url()) || path.startsWith(entry.url() + "/");
        int waiting = Local.current().reader().map(entry.waiting()::count).orElse(0);
        return new NavigationSection.Link(entry.label(), entry.url(), entry.icon(), here, waiting);
    }
}
