package doppelpass.kpi;

import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Measures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every measure of every module by key. */
@Component
class MeasureList {
    private final Map<String, Measure> byKey;

    MeasureList(List<Measures> plugs) {
        byKey = plugs.stream()
                .flatMap(plug -> plug.measures().stream())
                .collect(Collectors.toUnmodifiableMap(Measure::key, Function.identity()));
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    Measure get(String key) {
        return Objects.requireNonNull(byKey.get(key), () -> "No module contributes " + key);
    }
}
