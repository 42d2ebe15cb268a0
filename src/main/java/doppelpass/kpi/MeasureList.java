package doppelpass.kpi;

import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Measures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every measure of every module by key. */
@Component
class MeasureList {
    private final Map<String, Measure> byKey;

    @Autowired
    MeasureList(List<Measures> plugs) {
        byKey = plugs.stream()
                .flatMap(plug -> plug.measures().stream())
                .collect(Collectors.toUnmodifiableMap(Measure::key, Function.identity()));
    }

    private MeasureList(Map<String, Measure> byKey) {
        this.byKey = byKey;
    }

    /** With some measures in place of those of the same key. */
    MeasureList with(Map<String, Measure> others) {
        Map<String, Measure> all = new HashMap<>(byKey);
        all.putAll(others);
        return new MeasureList(all);
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    Measure get(String key) {
        return Objects.requireNonNull(byKey.get(key), () -> "No module contributes " + key);
    }
}
