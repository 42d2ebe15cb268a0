package doppelpass.rules;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rules that were understood lately: reading a text again takes longer than many a query. None that uses terms:
 * those may mean something else the next moment.
 */
final class Known {
    private static final int MOST = 500;

    record Asked(String text, String subject, ZoneId zone) {}

    private final Map<Asked, Rule> rules = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Rule> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Rule> find(Asked asked) {
        return Optional.ofNullable(rules.get(asked));
    }

    synchronized void keep(Asked asked, Rule rule) {
        rules.put(asked, rule);
    }
}
