package doppelpass.glossary;

import doppelpass.web.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the forms for a new term and a new wording ask for. */
public record TermForm(
        @Nullable String key,
        @Nullable String owner,
        @Nullable String subject,
        @Nullable String nameDe,
        @Nullable String nameEn,
        @Nullable String textDe,
        @Nullable String textEn,
        @Nullable String allowed,
        @Nullable String avoided,
        @Nullable String rule,
        @Nullable String note,
        @Nullable String startsOn) {
    public static final List<String> OWNERS =
            List.of("both", "marketing", "sales", "service", "leadership", "controlling");

    static TermForm empty() {
        return new TermForm("", "both", "", "", "", "", "", "", "", "", "", "");
    }

    static TermForm of(Term term) {
        Wording w = term.shown().wording();
        String rule = w.rule() == null ? "" : w.rule();
        return new TermForm(
                term.key(),
                term.owner(),
                term.subject(),
                w.nameDe(),
                w.nameEn(),
                w.textDe(),
                w.textEn(),
                w.allowed(),
                w.avoided(),
                rule,
                "",
                "");
    }

    String keyText() {
        String text = text(key).toLowerCase(Locale.ROOT);
        if (!text.matches("[a-z][a-z0-9_]{0,59}") || text.equals("new")) {
            throw Refusal.of("glossary.error.key", text);
        }
        return text;
    }

    String ownerText() {
        if (!OWNERS.contains(text(owner))) {
            throw Refusal.of("glossary.error.owner");
        }
        return text(owner);
    }

    @Nullable
    String subjectText() {
        return text(subject).isEmpty() ? null : text(subject);
    }

    Wording wording() {
        return new Wording(
                text(nameDe),
                text(nameEn),
                text(textDe),
                text(textEn),
                text(allowed),
                text(avoided),
                text(rule).isEmpty() ? null : text(rule));
    }

    String ruleText() {
        return text(rule);
    }

    @Nullable
    LocalDate start() {
        try {
            return text(startsOn).isEmpty() ? null : LocalDate.parse(text(startsOn));
        } catch (DateTimeParseException e) {
            throw Refusal.of("glossary.error.date", text(startsOn));
        }
    }

    String noteText() {
        return text(note);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
