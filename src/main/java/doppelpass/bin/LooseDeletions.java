package doppelpass.bin;

import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.lists.plug.Removable;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what stands in lists only and puts it back; it is seen in the bin, and brought back, by whoever deleted it. */
@Component
class LooseDeletions {
    private final ObjectProvider<Removable> kinds;
    private final Shelf shelf;
    private final BinTable bin;
    private final Rights rights;

    LooseDeletions(ObjectProvider<Removable> kinds, Shelf shelf, BinTable bin, Rights rights) {
        this.kinds = kinds;
        this.shelf = shelf;
        this.bin = bin;
        this.rights = rights;
    }

    Optional<Removable> kind(String subject) {
        return kinds.stream().filter(kind -> kind.subject().equals(subject)).findFirst();
    }

    /** The kinds of which a person may have deleted some. */
    List<String> kinds(Person reader) {
        return kinds.stream()
                .filter(kind -> may(kind, reader))
                .map(Removable::subject)
                .toList();
    }

    @Transactional
    void delete(Binned record, Person by) {
        Removable kind = kind(record.kind()).orElseThrow(Refusal::notFound);
        demandRight(kind, by);
        kind.demand(record.id(), by);
        shelf.put(record, kind.table(), () -> kind.name(record.id()), by);
    }

    @Transactional
    void restore(Binned record, Person by) {
        Removable kind = kind(record.kind()).orElseThrow(Refusal::notFound);
        demandRight(kind, by);
        Deleted deleted = bin.find(record).orElseThrow(() -> Refusal.conflict("bin.error.notThere"));
        if (deleted.personId() != by.id()) throw Refusal.forbidden("bin.error.notYours");
        shelf.back(record);
    }

    private void demandRight(Removable kind, Person by) {
        if (!may(kind, by)) throw Refusal.forbidden("bin.error.right");
    }

    private boolean may(Removable kind, Person by) {
        return rights.route("PUT", kind.path() + "/0")
                .map(route -> route.allows(by.roles()))
                .orElse(false);
    }
}
