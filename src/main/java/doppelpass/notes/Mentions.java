package doppelpass.notes;

import doppelpass.identity.Person;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Mentions between what one types, {@code @Mara Lindinger} or {@code @Mara}, and what is kept, {@code @{12}}: a renamed
 * person stays the same. Two of one name carry their number behind it; a first name alone counts where it is unique.
 */
public final class Mentions {
    private static final Pattern KEPT = Pattern.compile("@\\{(\\d{1,18})}");
    private static final String OPENS = " \n\t([{\"'*_>~-,;:.!?“„»«’";

    private final Map<Long, String> labels;
    private final List<Map.Entry<String, Long>> typed;

    public Mentions(Collection<Person> people) {
        Map<String, Long> names =
                people.stream().collect(Collectors.groupingBy(person -> key(person.name()), Collectors.counting()));
        labels = people.stream()
                .collect(Collectors.toMap(
                        Person::id,
                        p -> names.getOrDefault(key(p.name()), 0L) > 1 ? p.name() + " #" + p.id() : p.name()));
        Map<String, Long> known = new HashMap<>(firstNames(people));
        people.stream().filter(Person::active).forEach(p -> known.put(key(label(p.id())), p.id()));
        typed = known.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> -e.getKey().length()))
                .toList();
    }

    private static Map<String, Long> firstNames(Collection<Person> people) {
        Map<String, List<Person>> groups = people.stream()
                .filter(Person::active)
                .collect(Collectors.groupingBy(person -> key(person.name().split("\\s")[0])));
        return groups.entrySet().stream()
                .filter(group -> group.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, g -> g.getValue().getFirst().id()));
    }

    /** What the completion writes behind the {@code @}. */
    public String label(long person) {
        return labels.getOrDefault(person, "");
    }

    /** From what was typed to what is kept. */
    public String keep(String text) {
        StringBuilder kept = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, from))) {
            if (at > 0 && OPENS.indexOf(text.charAt(at - 1)) < 0) continue;
            for (Map.Entry<String, Long> name : typed) {
                int end = at + 1 + name.getKey().length();
                if (!matches(text, at + 1, name.getKey(), end)) continue;
                kept.append(text, from, at).append("@{").append(name.getValue()).append('}');
                from = end;
                break;
            }
        }
        return kept.append(text, from, text.length()).toString();
    }

    /** From what is kept to what one types: the inverse of {@link #keep}. */
    public String show(String kept) {
        return replaced(kept, person -> "@" + label(person));
    }

    static Set<Long> of(String kept) {
        return KEPT.matcher(kept)
                .results()
                .map(m -> Long.valueOf(m.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whoever is unknown stays as the text has it. */
    String replaced(String kept, LongFunction<String> word) {
        Function<java.util.regex.MatchResult, String> one = match -> {
            long person = Long.parseLong(match.group(1));
            return Matcher.quoteReplacement(labels.containsKey(person) ? word.apply(person) : match.group());
        };
        return KEPT.matcher(kept).replaceAll(one);
    }

    static Matcher in(String kept) {
        return KEPT.matcher(kept);
    }

    private static boolean matches(String text, int start, String name, int end) {
        return text.regionMatches(true, start, name, 0, name.length())
                && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
