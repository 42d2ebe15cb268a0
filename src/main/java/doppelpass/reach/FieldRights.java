package doppelpass.reach;

import doppelpass.core.TeamFunction;
import doppelpass.database.FieldRight;
import doppelpass.database.Veil;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which fields a function may not see, or only read, and what therefore lies over the records its people see. */
@Component
class FieldRights {
    private final FieldRightTable table;
    private volatile @Nullable Map<TeamFunction, Veil> known;

    FieldRights(FieldRightTable table) {
        this.table = table;
    }

    /** Kind by kind, those that people made up last. */
    List<Limitable> all() {
        return table.limitable();
    }

    /** Function, then {@code deal.amount}; what is not there is visible. */
    Map<TeamFunction, Map<String, FieldRight>> rights() {
        return table.rights();
    }

    Veil veil(TeamFunction function) {
        Map<TeamFunction, Veil> veils = known;
        if (veils == null) known = veils = table.veils();
        return veils.getOrDefault(function, Veil.NONE);
    }

    void set(Map<TeamFunction, Map<String, Map<String, FieldRight>>> rights, Person by, Instant now) {
        List<Limitable> limitable = all();
        rights.forEach((function, kinds) -> kinds.forEach((kind, fields) -> fields.forEach((field, right) -> {
            if (limitable.stream()
                    .noneMatch(one -> one.kind().equals(kind) && one.name().equals(field)))
                throw Refusal.of("reach.error.field");
            table.set(function, kind, field, right, by, now);
        })));
    }

    void forget() {
        known = null;
    }
}
