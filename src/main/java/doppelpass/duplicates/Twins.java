package doppelpass.duplicates;

import doppelpass.timeline.Subject;
import doppelpass.timeline.SubjectNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that look like one that is just being entered, by the same keys, points and hurdle as the job in the background. */
@Component
public class Twins {
    private static final int COMPARED = 200;
    private static final int SHOWN = 5;
    /** A key that more records have says too little to look at all of them for each row of a file. */
    private static final int RARE = 12;

    private final List<Matched> kinds;
    private final SignTable signs;
    private final ProgressTable progress;
    private final List<SubjectNames> names;

    Twins(List<Matched> kinds, SignTable signs, ProgressTable progress, List<SubjectNames> names) {
        this.kinds = kinds;
        this.signs = signs;
        this.progress = progress;
        this.names = names;
    }

    /** {@code values}: what is known of it by the place of the trait; {@code but} is the record itself if it has a number yet. */
    @Transactional
    public List<Twin> of(Subject.Kind kind, List<? extends List<@Nullable String>> values, @Nullable Long but) {
        Matched matched = matched(kind);
        Profile typed = Profile.of(but == null ? 0 : but, matched.traits(), values);
        List<Long> sharing = signs.sharing(kind, new Keys(matched.traits()).of(typed), but, COMPARED);
        Matcher matcher = matcher(matched);
        List<Match> likely = signs.profiles(matched, sharing).stream()
                .map(placed -> matcher.match(typed, placed.profile()))
                .filter(match -> match.chance() >= Comparing.LIKELY)
                .sorted(Comparator.comparingDouble(Match::chance).reversed())
                .limit(SHOWN)
                .toList();
        return named(kind, likely);
    }

    /** Keeps the keys of records that were just written, so that the next one like them is noticed at once. */
    @Transactional
    public void note(Subject.Kind kind, Collection<Long> ids) {
        Matched matched = matched(kind);
        signs.note(matched, signs.profiles(matched, ids));
    }

    /** The likeliest twin of each row of a file on its way in: row → record. */
    @Transactional
    public Map<Long, Twin> ofStaged(Subject.Kind kind, String stage) {
        Matched matched = matched(kind);
        if (!signs.any(kind)) return Map.of();
        Keys keys = new Keys(matched.traits());
        List<SignTable.Placed> rows = signs.staged(matched, stage);
        Map<Long, Set<Long>> sharing = signs.sharing(
                kind, rows.stream().collect(Collectors.toMap(r -> r.profile().id(), r -> keys.of(r.profile()))), RARE);
        Set<Long> wanted = new HashSet<>();
        sharing.values().forEach(wanted::addAll);
        Map<Long, Profile> profiles = signs.profiles(matched, wanted).stream()
                .map(SignTable.Placed::profile)
                .collect(Collectors.toMap(Profile::id, p -> p));
        Matcher matcher = matcher(matched);
        List<Match> best = new ArrayList<>();
        for (SignTable.Placed row : rows) {
            sharing.getOrDefault(row.profile().id(), Set.of()).stream()
                    .map(profiles::get)
                    .filter(Objects::nonNull)
                    .map(other -> matcher.match(row.profile(), other))
                    .filter(match -> match.chance() >= Comparing.LIKELY)
                    .max(Comparator.comparingDouble(Match::chance))
                    .ifPresent(best::add);
        }
        Map<Long, Twin> twins = new HashMap<>();
        List<Twin> named = named(kind, best);
        for (int i = 0; i < best.size(); i++) twins.put(best.get(i).first(), named.get(i));
        return twins;
    }

    private List<Twin> named(Subject.Kind kind, List<Match> matches) {
        Map<Long, String> known =
                names(kind, matches.stream().map(Match::second).collect(Collectors.toSet()));
        return matches.stream()
                .map(m -> new Twin(
                        new Subject(kind, m.second()), known.getOrDefault(m.second(), ""), m.chance(), m.evidence()))
                .toList();
    }

    Map<Long, String> names(Subject.Kind kind, Set<Long> ids) {
        Map<Long, String> found = new HashMap<>();
        names.stream()
                .filter(keeper -> keeper.kinds().contains(kind))
                .forEach(keeper -> found.putAll(keeper.names(kind, ids)));
        return found;
    }

    public boolean matches(Subject.Kind kind) {
        return kinds.stream().anyMatch(m -> m.kind() == kind);
    }

    Matched matched(Subject.Kind kind) {
        return kinds.stream().filter(m -> m.kind() == kind).findFirst().orElseThrow(doppelpass.web.Refusal::notFound);
    }

    /** With what the last run learned; before there was one, nothing is common. */
    Matcher matcher(Matched matched) {
        Model model = progress.find(matched.kind())
                .map(Compared::model)
                .orElseGet(() -> Model.initial(matched.traits(), 1000));
        return new Matcher(matched.traits(), model);
    }
}
