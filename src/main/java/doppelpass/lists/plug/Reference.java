package doppelpass.lists.plug;

import doppelpass.identity.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Socket: what records refer to and programs have to know: people, pipelines with their stages, products, fields. A few hundred at most. */
public interface Reference {
    /** {@code pipelines} */
    String name();

    /** A page that whoever may read this opens, {@code /deals}. */
    String page();

    /** An amount in minor units of the organisation's currency. */
    record Money(long minor) {}

    /** Texts, numbers, truth values, {@link Money}, and lists and objects of these. */
    List<Map<String, @Nullable Object>> all(Person reader);
}
