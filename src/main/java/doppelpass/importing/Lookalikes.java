package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.duplicates.Match;
import doppelpass.duplicates.Twin;
import doppelpass.duplicates.Twins;
import doppelpass.timeline.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Rows that would become new records although one like them is here: remarked, and taken for it where the mapping says so. */
@Component
class Lookalikes {
    /** Nobody looks at a row before it is taken for a record, so that must be as good as certain. */
    private static final double CERTAIN = 0.95;

    private final Twins twins;

    Lookalikes(Twins twins) {
        this.twins = twins;
    }

    List<RowReader.Remark> recognise(Intake intake, Batch batch, boolean matching) {
        Optional<Subject.Kind> kind = Arrays.stream(Subject.Kind.values())
                .filter(k -> k.code().equals(intake.object()) && twins.matches(k))
                .findFirst();
        if (kind.isEmpty()) return List.of();
        Map<Long, Twin> found = twins.ofStaged(kind.get(), batch.stage());
        Set<Long> taken = matching ? take(intake, batch, found) : Set.of();
        List<RowReader.Remark> remarks = new ArrayList<>();
        found.forEach((row, twin) -> remarks.add(new RowReader.Remark(
                row,
                "",
                "%s (%s, %s)".formatted(twin.name(), twin.subject().url(), Match.percent(twin.chance())),
                taken.contains(row) ? "matched" : "twin")));
        remarks.sort(java.util.Comparator.comparingLong(RowReader.Remark::row));
        return remarks;
    }

    /** The rows that are taken for their twin, each record by one row only. */
    private static Set<Long> take(Intake intake, Batch batch, Map<Long, Twin> found) {
        Set<Long> records = new HashSet<>(batch.db()
                .fetch("select record_id from " + batch.stage() + " where record_id is not null")
                .into(Long.class));
        Map<Long, Long> taken = found.entrySet().stream()
                .filter(e -> e.getValue().chance() >= CERTAIN)
                .sorted(Map.Entry.comparingByKey())
                .filter(e -> records.add(e.getValue().subject().id()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().subject().id()));
        if (taken.isEmpty()) return Set.of();
        String pairs = taken.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "(%d, %d)", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        batch.execute("update {s} s set record_id = v.id from (values " + pairs
                + ") v(row_no, id) where s.row_no = v.row_no");
        String unknown = "select t.id from " + intake.table()
                + " t where t.source_id is null and t.id in (select v.id from (values " + pairs + ") v(row_no, id))";
        batch.keep(intake.table(), unknown);
        batch.execute("update " + intake.table() + " t set source_system = {system}, source_id = s.source_id from {s} s"
                + " where t.id = s.record_id and s.source_id is not null and t.id in (" + unknown + ")");
        return taken.keySet();
    }
}
