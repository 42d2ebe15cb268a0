package doppelpass.leads;

import doppelpass.web.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Socket: says whether a lead is marketing-qualified, clause by clause, under a definition that has a name. */
public interface MqlRule {
    /** Judges the lead as it is stored, with the interest of now. */
    Verdict judge(Lead lead, Whom whom, Interest interest, Instant now);

    /** Whether a change of such a record, related to a lead, may change what is said about the lead. */
    boolean reaches(String subject);

    /** Those of these leads that may be qualified now, found at once; {@link #judge} has the last word on each. */
    default List<Long> likely(Collection<Long> leads, Instant now) {
        return List.copyOf(leads);
    }

    /** {@code definition} names the version in force, for example "mql v3". */
    record Verdict(boolean qualifies, String definition, List<Clause> clauses) {}

    /** One condition in the reader's language, the value that decides, and whether it is met. */
    record Clause(Text text, Text value, boolean met) {}

    /** A text that is put into the reader's language when the page is made. */
    @FunctionalInterface
    interface Text {
        String words();

        static Text of(String key, Object... arguments) {
            return () -> Words.t(key, arguments);
        }
    }
}
