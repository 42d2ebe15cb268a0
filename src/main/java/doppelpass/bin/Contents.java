package doppelpass.bin;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Person;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of the bin a person sees. */
@Component
class Contents {
    private final Deletions deletions;
    private final LooseDeletions loose;
    private final BinTable bin;

    Contents(Deletions deletions, LooseDeletions loose, BinTable bin) {
        this.deletions = deletions;
        this.loose = loose;
        this.bin = bin;
    }

    List<String> kinds(Person reader) {
        return Stream.concat(deletions.kinds(reader).stream(), loose.kinds(reader).stream())
                .toList();
    }

    Page<Deleted> page(String kind, String words, PageRequest request, Person reader) {
        Predicate<String> asked = known -> kind.isEmpty() || known.equals(kind);
        return bin.page(
                deletions.kinds(reader).stream().filter(asked).toList(),
                loose.kinds(reader).stream().filter(asked).toList(),
                reader.id(),
                words,
                request);
    }

    /** What was just deleted, while it can be undone at once. */
    @Nullable
    Deleted last(String code, Person reader) {
        return Binned.parse(code)
                .flatMap(bin::find)
                .filter(deleted -> restores(deleted, reader))
                .orElse(null);
    }

    /** Where its list is. */
    String path(Binned record) {
        return record.subject()
                .map(subject -> "/" + subject.list())
                .or(() -> loose.kind(record.kind()).map(kind -> kind.path()))
                .orElse("/bin");
    }

    boolean restores(Deleted deleted, Person reader) {
        return deleted.record()
                .subject()
                .map(subject -> deletions.may(subject, reader))
                .orElseGet(() -> deleted.personId() == reader.id()
                        && loose.kinds(reader).contains(deleted.record().kind()));
    }
}
