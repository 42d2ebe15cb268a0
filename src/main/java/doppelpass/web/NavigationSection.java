package doppelpass.web;

import java.util.List;

/** A section of the menu as the layout shows it. */
public record NavigationSection(Menu.Section section, List<Link> links) {
    public record Link(String label, String url, String icon, boolean here, int waiting) {}

    public String heading() {
        return "web.menu." + section.name().toLowerCase(java.util.Locale.ROOT);
    }
}
