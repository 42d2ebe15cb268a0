package doppelpass.bin;

import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Takes the rows of a record out of their tables and puts them back, whoever may ask for it. */
@Component
class Shelf {
    private final RowTable rows;
    private final BinTable bin;
    private final Seeing seeing;
    private final Clock clock;

    Shelf(RowTable rows, BinTable bin, Seeing seeing, Clock clock) {
        this.rows = rows;
        this.bin = bin;
        this.seeing = seeing;
        this.clock = clock;
    }

    /** Refused while other records rest on it, with which and how many; {@code name} is asked with everything in sight. */
    void put(Binned record, String table, Supplier<String> name, Person by) {
        if (!rows.lock(table, record.id())) throw Refusal.notFound();
        seeing.everything(() -> delete(record, table, name.get(), by));
    }

    /** What its reader does not see rests on a record or goes with it all the same. */
    private void delete(Binned record, String table, String name, Person by) {
        Map<String, Set<Long>> members = rows.members(table, record.id());
        Map<String, Long> resting = rows.resting(members);
        if (!resting.isEmpty()) throw Refusal.conflict("bin.error.held", inWords(resting, by));
        bin.insert(record, name, rows.copy(members), by.id(), clock.instant());
        rows.delete(table, record.id());
    }

    /** Refused where another record has taken its place meanwhile, such as its mail address. */
    void back(Binned record) {
        var copied = bin.take(record).orElseThrow(() -> Refusal.conflict("bin.error.notThere"));
        try {
            seeing.everything(() -> rows.insert(copied));
        } catch (DataIntegrityViolationException taken) {
            throw Refusal.conflict("bin.error.taken");
        }
    }

    private static String inWords(Map<String, Long> resting, Person by) {
        Locale language = Locale.forLanguageTag(by.language());
        return resting.entrySet().stream()
                .map(e -> Messages.text(language, "bin.held." + e.getKey()) + ": " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
