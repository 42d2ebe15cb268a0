package doppelpass.demo;

import java.util.List;

/** The product lines: what one asks for in each, and how long it takes to decide. */
enum Line {
    FOERDERN("Fördertechnik", 52, List.of("Gurtförderer GF 200", "Rollenbahn RB 400")),
    HEBEN("Hebetechnik", 34, List.of("Scherenhubtisch HT 1500", "Palettenheber PH 900")),
    SORTIEREN("Sortiertechnik", 88, List.of("Sortieranlage SA 60")),
    MODERNISIEREN("Modernisierung", 46, List.of("Retrofit Steuerung", "Retrofit Antriebe"));

    private final String title;
    private final int days;
    private final List<String> products;

    Line(String title, int days, List<String> products) {
        this.title = title;
        this.days = days;
        this.products = products;
    }

    String title() {
        return title;
    }

    /** The usual days from opening to closing a deal. */
    int days() {
        return days;
    }

    List<String> products() {
        return products;
    }

    static Line any(Dice dice) {
        return values()[dice.weighted(0.36, 0.31, 0.1, 0.23)];
    }
}
