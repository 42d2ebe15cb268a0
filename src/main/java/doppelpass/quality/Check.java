package doppelpass.quality;

import doppelpass.core.TeamFunction;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One question about data. {@code key} reads {@code deals.overdue}: module and name. The module's texts
 * {@code deals.check.overdue} (title), {@code .why} (why it matters, what to do) and {@code .finding} (what is wrong with one
 * record, with the facts as arguments) belong to it. A record's page is {@code url} followed by its id; the list at that
 * address has the columns {@code mends}, with which a record is mended in place.
 */
public record Check(
        String key,
        Kind kind,
        Severity severity,
        TeamFunction owner,
        String url,
        List<String> mends,
        Function<Moment, Offending> offending,
        @Nullable Sieve sieve) {
    public Check {
        mends = List.copyOf(mends);
    }

    public static Check of(
            String key,
            Kind kind,
            Severity severity,
            TeamFunction owner,
            String url,
            List<String> mends,
            Function<Moment, Offending> offending) {
        return new Check(key, kind, severity, owner, url, mends, offending, null);
    }

    /** A check of single values that no SQL can do: every night, and anew for whatever is mended. */
    public static Check of(
            String key, Severity severity, TeamFunction owner, String url, List<String> mends, Sieve sieve) {
        return new Check(
                key, Kind.INVALID, severity, owner, url, mends, moment -> QualityTable.refused(key, sieve), sieve);
    }

    public String module() {
        return key.substring(0, key.indexOf('.'));
    }

    /** The list with the records, {@code deals}. */
    public String list() {
        return url.substring(1, url.length() - 1);
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
