package doppelpass.lists.plug;

import doppelpass.web.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Options that are asked for when first needed. */
final class Options {
    private final Supplier<List<Choice>> source;
    private @Nullable Map<String, String> labels;

    Options(Supplier<List<Choice>> source) {
        this.source = source;
    }

    List<String> values() {
        return List.copyOf(labels().keySet());
    }

    /** What is no option any more stands for itself. */
    String label(String value) {
        return labels().getOrDefault(value, value);
    }

    private Map<String, String> labels() {
        Map<String, String> known = labels;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Choice choice : source.get()) known.put(choice.value(), choice.label());
            labels = known;
        }
        return known;
    }
}
