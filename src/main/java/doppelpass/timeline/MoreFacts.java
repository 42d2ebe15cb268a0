package doppelpass.timeline;

import gg.jte.Content;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Socket: what else a house wants to know of an activity, such as fields people made up. */
public interface MoreFacts {
    /** What each of these forms asks for; one that asks nothing may be left out. */
    Map<String, Asked> asked(List<String> forms);

    /** The inputs of a form: what must be said, and what may be. */
    record Asked(Content musts, Content others) {}

    /** Keeps what such a form sent; refused where something is missing or cannot be. */
    void keep(long activity, Map<String, String> sent);

    /** Refuses an activity that lacks what it must have. */
    void complete(long activity);

    /** What stands in a history beside each of these. */
    Map<Long, List<Fact>> of(Collection<Long> activities);

    /** {@code label} is a message; the words are asked for while a page is written, in the reader's language. */
    interface Fact {
        String label();

        String words();

        /** The page it leads to. */
        @Nullable
        String url();
    }
}
