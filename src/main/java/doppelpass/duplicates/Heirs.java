package doppelpass.duplicates;

import doppelpass.bin.Successors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What comes back from the bin finds the records that others were merged into. */
@Component
class Heirs implements Successors {
    private final List<Matched> kinds;
    private final MergeTable merges;

    Heirs(List<Matched> kinds, MergeTable merges) {
        this.kinds = kinds;
        this.merges = merges;
    }

    @Override
    public Map<Long, Long> of(String table, Set<Long> ids) {
        return kinds.stream()
                .filter(matched -> matched.table().equals(table))
                .findFirst()
                .map(matched -> merges.successors(matched.kind(), ids))
                .orElse(Map.of());
    }
}
