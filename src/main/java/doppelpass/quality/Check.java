package doppelpass.quality;

import doppelpass.core.TeamFunction;
import java.util.function.Function;

/**
 * One question about data. {@code key} reads {@code deals.overdue}: module and name. The module's texts
 * {@code deals.check.overdue} (title), {@code .why} (why it matters, what to do) and {@code .finding} (what is wrong with one
 * record, with the facts as arguments) belong to it. A record's page is {@code url} followed by its id.
 */
public record Check(
        String key, Severity severity, TeamFunction owner, String url, Function<Moment, Offending> offending) {

    public String module() {
        return key.substring(0, key.indexOf('.'));
    }

    public String titleKey() {
        return module() + ".check" + key.substring(key.indexOf('.'));
    }

    public String whyKey() {
        return titleKey() + ".why";
    }

    String findingKey() {
        return titleKey() + ".finding";
    }
}
