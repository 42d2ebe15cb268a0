package doppelpass.duplicates;

import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Records beside each other, part by part, with what is proposed to stay. */
public final class SideBySide {
    private final List<Subject> records;
    private final Map<Long, String> names;
    private final List<Match> matches;
    private final List<Line> lines;

    SideBySide(
            Matched matched,
            List<Subject> records,
            Map<Long, List<String>> texts,
            Map<Long, String> names,
            List<Match> matches) {
        this.records = records;
        this.names = names;
        this.matches = matches;
        this.lines = IntStream.range(0, matched.parts().size())
                .mapToObj(i -> new Line(
                        matched.parts().get(i),
                        records.stream()
                                .map(r -> Objects.requireNonNull(texts.get(r.id()))
                                        .get(i))
                                .toList()))
                .toList();
    }

    /** One part: what each record says of it, in the order of the records. */
    public record Line(MergePart part, List<String> texts) {
        public boolean differs() {
            return texts.stream().distinct().count() > 1;
        }

        public boolean joins() {
            return part.joined()
                    && texts.stream().filter(t -> !t.isEmpty()).distinct().count() > 1;
        }

        /** The place of the record whose value is proposed; -1 for all of them together. */
        public int proposed() {
            return joins() ? -1 : part.proposed(texts);
        }
    }

    public List<Subject> records() {
        return records;
    }

    public String name(Subject record) {
        return names.getOrDefault(record.id(), record.code());
    }

    public List<Match> matches() {
        return matches;
    }

    public double chance() {
        return matches.isEmpty() ? 0 : matches.getFirst().chance();
    }

    public String codes() {
        return Subject.codes(records);
    }

    /** The same without one of the records. */
    public String without(Subject record) {
        return Subject.codes(records.stream().filter(r -> !r.equals(record)).toList());
    }

    /** Parts that nobody fills are left out. */
    public List<Line> lines() {
        return lines.stream()
                .filter(line -> line.texts().stream().anyMatch(t -> !t.isEmpty()))
                .toList();
    }
}
