package doppelpass.glossary;

import org.jspecify.annotations.Nullable;

/** What a version says, in both languages; {@code rule} is text of the rule language, or null where none can run. */
public record Wording(
        String nameDe,
        String nameEn,
        String textDe,
        String textEn,
        String allowed,
        String avoided,
        @Nullable String rule) {

    public String name(String language) {
        return language.equals("de") ? nameDe : nameEn;
    }

    public String text(String language) {
        return language.equals("de") ? textDe : textEn;
    }
}
