package doppelpass.timeline;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A record of a business module that entries are about; written {@code contact-5}. */
public record Subject(Kind kind, long id) {
    private static final Pattern LIST = Pattern.compile(
            "(contact|company|lead|deal|campaign)-\\d{1,18}(,(contact|company|lead|deal|campaign)-\\d{1,18})*");

    /** The kinds with their page; campaigns are named by touchpoints but have no history of their own here. */
    public enum Kind {
        CONTACT("/contacts/"),
        COMPANY("/companies/"),
        LEAD("/leads/"),
        DEAL("/deals/"),
        CAMPAIGN("/campaigns/");

        private final String page;

        Kind(String page) {
            this.page = page;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Subject contact(long id) {
        return new Subject(Kind.CONTACT, id);
    }

    public static Subject company(long id) {
        return new Subject(Kind.COMPANY, id);
    }

    public static Subject lead(long id) {
        return new Subject(Kind.LEAD, id);
    }

    public static Subject deal(long id) {
        return new Subject(Kind.DEAL, id);
    }

    /** The numbers of those of one kind. */
    public static Set<Long> ids(Kind kind, Collection<Subject> records) {
        return records.stream()
                .filter(record -> record.kind() == kind)
                .map(Subject::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The list that holds it, {@code contacts}. */
    public String list() {
        return kind.page.substring(1, kind.page.length() - 1);
    }

    public String url() {
        return kind.page + id;
    }

    public String code() {
        return kind.code() + "-" + id;
    }

    /** Several as one word, for addresses and hidden fields: {@code contact-5,company-3}. */
    public static String codes(List<Subject> subjects) {
        return subjects.stream().map(Subject::code).collect(Collectors.joining(","));
    }

    /** The inverse of {@link #codes}; empty for anything else. */
    public static Optional<List<Subject>> parse(String codes) {
        return LIST.matcher(codes).matches()
                ? Optional.of(Arrays.stream(codes.split(",")).map(Subject::read).toList())
                : Optional.empty();
    }

    private static Subject read(String code) {
        int dash = code.indexOf('-');
        return new Subject(
                Kind.valueOf(code.substring(0, dash).toUpperCase(Locale.ROOT)),
                Long.parseLong(code.substring(dash + 1)));
    }
}
