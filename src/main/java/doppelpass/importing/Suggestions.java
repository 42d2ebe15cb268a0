package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Guesses which object a file holds and which column is which field, from the names and, failing that, the values. */
final class Suggestions {
    private static final Map<String, List<String>> NAMES = new HashMap<>();
    private static final Map<String, Map<String, String>> VALUES = new HashMap<>();

    static {
        try (InputStream in = Objects.requireNonNull(Suggestions.class.getResourceAsStream("aliases.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(Suggestions::learn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Suggestions() {}

    private static void learn(String line) {
        String left = line.substring(0, line.indexOf(": "));
        List<String> words = Arrays.stream(
                        line.substring(line.indexOf(": ") + 2).split(","))
                .map(String::strip)
                .toList();
        int equals = left.indexOf('=');
        if (equals < 0) {
            NAMES.put(left, words.stream().map(Suggestions::plain).toList());
        } else {
            Map<String, String> values = VALUES.computeIfAbsent(left.substring(0, equals), f -> new LinkedHashMap<>());
            words.forEach(word -> values.put(word, left.substring(equals + 1)));
        }
    }

    /** A mapping of as many columns as can be told: by name first, then what the values of the others give away. */
    static Mapping mapping(Intake intake, FileHead head) {
        Map<Integer, String> chosen = new TreeMap<>();
        named(intake, head.header(), chosen);
        boolean own = own(head, chosen);
        for (int place = 0; place < head.header().size(); place++) {
            if (!own && !chosen.containsKey(place)) {
                ValueShape.field(intake, head.column(place), VALUES, chosen.values())
                        .ifPresent(putInto(chosen, place));
            }
        }
        List<Mapping.Column> columns = new ArrayList<>();
        chosen.forEach((place, field) -> {
            Mapping.Column column = column(intake, head.header().get(place), field, head.column(place));
            columns.add(own && link(intake, field) ? column.linkedBy("name") : column);
        });
        return new Mapping(intake.object(), columns, null, own ? "en" : null, null, null, null, null);
    }

    /** Whether this installation wrote the file: with names for links and points in numbers, whatever its columns hold. */
    private static boolean own(FileHead head, Map<Integer, String> chosen) {
        return chosen.entrySet().stream()
                .anyMatch(e -> e.getValue().equals(Mapping.ID) && OwnRows.keys(head.column(e.getKey())));
    }

    private static boolean link(Intake intake, String field) {
        return intake.fields().stream().anyMatch(f -> f.name().equals(field) && f.link());
    }

    private static Consumer<String> putInto(Map<Integer, String> chosen, int place) {
        return field -> chosen.put(place, field);
    }

    private static final int LINK = 9;

    private record Named(int place, String field, int rank) {}

    /** The name that fits best gets its field first: {@code Name} is the last name only where no column says so better. */
    private static void named(Intake intake, List<String> header, Map<Integer, String> chosen) {
        List<String> fields = new ArrayList<>(List.of(Mapping.ID));
        intake.fields().forEach(f -> fields.add(f.name()));
        List<Named> fitting = new ArrayList<>();
        for (int place = 0; place < header.size(); place++) {
            String plain = plain(header.get(place));
            for (String field : fields) {
                int rank = rank(intake, field, plain);
                if (rank >= 0) fitting.add(new Named(place, field, rank));
            }
        }
        fitting.sort(Comparator.comparingInt(Named::rank));
        for (Named one : fitting) {
            if (!chosen.containsKey(one.place()) && !chosen.containsValue(one.field())) {
                chosen.put(one.place(), one.field());
            }
        }
    }

    /** How well a name fits a field; a text takes any name, so a link comes behind it: 0 is best, negative not at all. */
    private static int rank(Intake intake, String field, String name) {
        if (intake.fields().stream().anyMatch(f -> f.name().equals(field) && called(f, name))) return 0;
        if (plain(field).equals(name)) {
            return link(intake, field) ? LINK : 0;
        }
        int own = NAMES.getOrDefault(intake.object() + "." + field, List.of()).indexOf(name);
        int common = NAMES.getOrDefault("*." + field, List.of()).indexOf(name);
        return own >= 0 ? own + 1 : common < 0 ? -1 : common + 10;
    }

    private static boolean called(IntakeField field, String name) {
        IntakeField.Words words = field.words();
        return words != null
                && words.headings().stream().anyMatch(heading -> plain(heading).equals(name));
    }

    static Mapping.Column column(Intake intake, String name, String field, List<String> values) {
        IntakeField known = intake.fields().stream()
                .filter(f -> f.name().equals(field))
                .findFirst()
                .orElse(null);
        boolean numbers = values.stream().allMatch(v -> v.matches("\\d+|[\\w-]*\\d[\\w-]*"));
        @Nullable
        String by = known != null && known.link() && !numbers
                ? values.stream().anyMatch(v -> v.contains("@"))
                                && known.target() != null
                                && known.target().equals("person")
                        ? "mail"
                        : "name"
                : null;
        return new Mapping.Column(
                name,
                field,
                by,
                replacements(intake.object(), known, values),
                null,
                known != null && known.link() ? List.of("0") : null,
                null);
    }

    /** For a choice: the file's own words that are known to mean one of its values. */
    private static @Nullable Map<String, String> replacements(
            String object, @Nullable IntakeField field, List<String> values) {
        if (field == null || field.type() != IntakeField.Type.CHOICE) {
            return null;
        }
        Map<String, String> known = VALUES.getOrDefault(object + "." + field.name(), Map.of());
        Map<String, String> used = new LinkedHashMap<>();
        for (String value : values) {
            String meant = known.get(value.strip().toLowerCase(Locale.ROOT));
            if (meant != null) {
                used.put(value.strip(), meant);
            }
        }
        return used.isEmpty() ? null : used;
    }

    /** The object whose fields, required ones above all, the columns name best; the file's name breaks ties. */
    static Intake object(List<Intake> intakes, FileHead head, String fileName) {
        return intakes.stream()
                .max(Comparator.comparingInt(intake -> score(intake, head, fileName)))
                .orElseThrow();
    }

    private static int score(Intake intake, FileHead head, String fileName) {
        List<String> fields = mapping(intake, head).columns().stream()
                .map(Mapping.Column::field)
                .toList();
        long missing = intake.fields().stream()
                .filter(f -> f.required() && !fields.contains(f.name()))
                .count();
        boolean named = plain(fileName).contains(intake.object())
                || NAMED.getOrDefault(intake.object(), List.of()).stream().anyMatch(plain(fileName)::contains);
        return fields.size() * 2 - (int) missing * 8 + (named ? 6 : 0);
    }

    private static final Map<String, List<String>> NAMED = Map.of(
            "company", List.of("accounts", "companies", "unternehmen", "firmen"),
            "contact", List.of("kontakt", "personen"),
            "campaign", List.of("kampagne"),
            "cost", List.of("kosten", "spend"),
            "deal", List.of("potentials", "opportunit", "pipeline", "auftraege", "aufträge"),
            "activity", List.of("calls", "activities", "anrufe", "aktivit"),
            "revenue", List.of("invoice", "rechnung", "umsatz"),
            "person", List.of("users", "benutzer"));

    /** Letters and digits only. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
