package doppelpass.leads;

import java.time.Instant;
import java.util.List;

/** Socket: says whether a lead is marketing-qualified, clause by clause, under a definition that has a name. */
public interface MqlRule {
    Verdict judge(Lead lead, Whom whom, Interest interest, Instant now);

    /** {@code definition} names the version in force, for example "mql v3". */
    record Verdict(boolean qualifies, String definition, List<Clause> clauses) {}

    /** One condition in the reader's language, the value that decides, and whether it is met. */
    record Clause(Text text, Text value, boolean met) {}

    /** A message key with its arguments. */
    record Text(String key, List<Object> arguments) {
        static Text of(String key, Object... arguments) {
            return new Text(key, List.of(arguments));
        }

        public String words() {
            return doppelpass.web.Words.t(key, arguments.toArray());
        }
    }
}
