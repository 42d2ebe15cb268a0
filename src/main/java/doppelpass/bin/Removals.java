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

    Removals(Deletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public boolean removes(Listing listing) {
        return kind(listing).filter(deletions::deletes).isPresent();
    }

    @Override
    public void remove(Listing listing, long id, Person by) {
        deletions.delete(new Subject(kind(listing).orElseThrow(), id), by);
    }

    @Override
    public void restore(Listing listing, long id, Person by) {
        deletions.restore(new Subject(kind(listing).orElseThrow(), id), by);
    }

    private static Optional<Subject.Kind> kind(Listing listing) {
        return Arrays.stream(Subject.Kind.values())
                .filter(kind -> kind.code().equals(listing.subject()))
                .findFirst();
    }
}
