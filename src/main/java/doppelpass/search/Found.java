package doppelpass.search;

import doppelpass.search.plug.Findable;
import java.util.List;
import java.util.Map;

/** What the box shows: records by kind, the best kind first, and commands; without words the records opened last. */
public record Found(String typed, List<Group> groups, List<Action> actions, boolean recent) {

    /** {@code more}: there are more than these. */
    public record Group(Findable.Kind kind, List<Hit> hits, boolean more) {
        int rank() {
            return hits.stream().mapToInt(Hit::rank).min().orElse(Hit.WIDE);
        }
    }

    /**
     * A command as it is shown: {@code label} is a message key with the text of {@code of}, another key, in its place;
     * {@code fields} are what it sends, {@code keys} do the same without the box.
     */
    public record Action(
            String label, String of, String icon, String path, String method, Map<String, String> fields, String keys) {
        public boolean page() {
            return method.equals("GET");
        }
    }

    public boolean empty() {
        return groups.isEmpty() && actions.isEmpty();
    }

    public int hits() {
        return groups.stream().mapToInt(group -> group.hits().size()).sum() + actions.size();
    }

    /** Commands come behind records that are meant to the letter, before the others. */
    public List<Group> before() {
        return groups.stream().filter(group -> group.rank() <= Hit.EXACT).toList();
    }

    public List<Group> after() {
        return groups.stream().filter(group -> group.rank() > Hit.EXACT).toList();
    }
}
