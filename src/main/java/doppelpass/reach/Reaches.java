package doppelpass.reach;

import doppelpass.core.TeamFunction;
import doppelpass.database.FieldRight;
import doppelpass.database.Sight;
import doppelpass.database.Veil;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How far each function sees, and thereby what a person sees. Administrators see everything: they could give it to themselves. */
@Component
public class Reaches {
    /** Whose sight can be limited. */
    static final List<TeamFunction> FUNCTIONS = Arrays.stream(TeamFunction.values())
            .filter(function -> function != TeamFunction.ADMINISTRATION)
            .toList();

    private final ReachTable table;
    private final FieldRights fields;
    private final Clock clock;
    private final Map<TeamFunction, Map<String, Sight.Rows>> rows = new ConcurrentHashMap<>();
    private volatile @Nullable Map<TeamFunction, Map<String, Extent>> known;

    Reaches(ReachTable table, FieldRights fields, Clock clock) {
        this.table = table;
        this.fields = fields;
        this.clock = clock;
    }

    /** Policies follow from settings: a restored archive brings those along. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void agree() {
        table.apply();
        forget();
    }

    /** The kinds of records whose rows have an owner. */
    public List<String> kinds() {
        return table.kinds();
    }

    public Extent of(TeamFunction function, String kind) {
        return limits().getOrDefault(function, Map.of()).getOrDefault(kind, Extent.ALL);
    }

    /** Empty for whoever sees everything. */
    public Optional<Sight> sight(Person person) {
        Veil veil = person.administrator() ? Veil.NONE : fields.veil(person.function());
        return person.administrator() || !limits().containsKey(person.function()) && veil == Veil.NONE
                ? Optional.empty()
                : Optional.of(new Sight(
                        "doppelpass_reader_" + person.function().code(),
                        table.settings(person),
                        veil,
                        rows.computeIfAbsent(person.function(), table::rows)));
    }

    /** Sets a whole table of extents: function, kind, extent. */
    @Transactional
    public void set(Map<TeamFunction, Map<String, Extent>> extents, Person by) {
        boolean narrows = extents.values().stream()
                .anyMatch(kinds -> kinds.values().stream().anyMatch(extent -> extent != Extent.ALL));
        if (narrows && !table.possible()) throw Refusal.of("reach.error.roles");
        extents.forEach((function, kinds) -> kinds.forEach((kind, extent) -> {
            if (of(function, kind) != extent) table.set(function, kind, extent, by, clock.instant());
        }));
        agreeAfterwards();
    }

    /** Sets what functions may do with fields: function, kind, field, right. */
    @Transactional
    public void limit(Map<TeamFunction, Map<String, Map<String, FieldRight>>> rights, Person by) {
        boolean narrows = rights.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .anyMatch(chosen -> chosen.values().stream().anyMatch(right -> right != FieldRight.VISIBLE));
        if (narrows && !table.possible()) throw Refusal.of("reach.error.roles");
        fields.set(rights, by, clock.instant());
        agreeAfterwards();
    }

    /** Policies change while nobody reads; a run over all records takes minutes where there are many. */
    private void agreeAfterwards() {
        try {
            table.apply();
        } catch (PessimisticLockingFailureException busy) {
            throw Refusal.conflict("reach.error.busy");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
    }

    private void forget() {
        known = null;
        rows.clear();
        fields.forget();
    }

    private Map<TeamFunction, Map<String, Extent>> limits() {
        Map<TeamFunction, Map<String, Extent>> limits = known;
        if (limits == null) known = limits = table.limits();
        return limits;
    }
}
