package doppelpass.duplicates;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is compared of one record: its plain values by the place of their trait; some have several, some none. */
public record Profile(long id, List<List<String>> values) {

    /** {@code given}: for each trait the values as they are kept; missing and blank ones are left out. */
    public static Profile of(long id, List<Trait> traits, List<? extends List<@Nullable String>> given) {
        List<List<String>> values = new ArrayList<>(traits.size());
        for (int i = 0; i < traits.size(); i++) {
            List<String> plain = new ArrayList<>(1);
            for (String value : given.get(i)) {
                String one = value == null || value.isBlank()
                        ? ""
                        : traits.get(i).comparison().plain(value);
                if (!one.isEmpty() && !plain.contains(one)) plain.add(one);
            }
            values.add(plain);
        }
        return new Profile(id, values);
    }

    List<String> of(int trait) {
        return values.get(trait);
    }
}
