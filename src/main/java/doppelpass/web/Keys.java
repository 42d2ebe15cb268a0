package doppelpass.web;

import java.util.Map;

/** The letter that follows G to go to a page of the menu from wherever one is. */
public final class Keys {
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("/scoreboard", "S"),
            Map.entry("/hand-overs", "H"),
            Map.entry("/leads", "L"),
            Map.entry("/deals", "D"),
            Map.entry("/contacts", "C"),
            Map.entry("/companies", "F"),
            Map.entry("/campaigns", "K"),
            Map.entry("/activities", "A"),
            Map.entry("/glossary", "G"),
            Map.entry("/kpis", "I"),
            Map.entry("/meetings", "M"),
            Map.entry("/profit", "P"),
            Map.entry("/revenue", "R"));

    private Keys() {}

    /** As it is shown, {@code G D}; empty where a page has none. */
    public static String of(String url) {
        String letter = LETTERS.get(url);
        return letter == null ? "" : "G " + letter;
    }
}
