package doppelpass.bin;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.Removal;
import doppelpass.timeline.Subject;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records of lists into the bin and back, one by one. */
@Component
class Removals implements Removal {
    private final Deletions deletions;
    private final LooseDeletions loose;

    Removals(Deletions deletions, LooseDeletions loose) {
        this.deletions = deletions;
        this.loose = loose;
    }

    @Override
    public boolean removes(Listing listing) {
        return kind(listing).filter(deletions::deletes).isPresent()
                || loose.kind(listing.subject()).isPresent();
    }

    @Override
    public void remove(Listing listing, long id, Person by) {
        kind(listing)
                .ifPresentOrElse(
                        kind -> deletions.delete(new Subject(kind, id), by),
                        () -> loose.delete(new Binned(listing.subject(), id), by));
    }

    @Override
    public void restore(Listing listing, long id, Person by) {
        kind(listing)
                .ifPresentOrElse(
                        kind -> deletions.restore(new Subject(kind, id), by),
                        () -> loose.restore(new Binned(listing.subject(), id), by));
    }

    private static Optional<Subject.Kind> kind(Listing listing) {
        return Arrays.stream(Subject.Kind.values())
                .filter(kind -> kind.code().equals(listing.subject()))
                .findFirst();
    }
}
