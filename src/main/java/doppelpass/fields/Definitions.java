package doppelpass.fields;

import doppelpass.identity.Organisations;
import doppelpass.rules.Expression;
import doppelpass.rules.Problem;
import doppelpass.rules.Refused;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which fields there are: made, changed, ordered and archived by administrators. */
@Component
public class Definitions {
    static final int MOST = 200;

    private final FieldTable table;
    private final ConversionTable conversions;
    private final Formulas formulas;
    private final Organisations organisations;
    private final Queue queue;

    Definitions(
            FieldTable table,
            ConversionTable conversions,
            Formulas formulas,
            Organisations organisations,
            Queue queue) {
        this.table = table;
        this.conversions = conversions;
        this.formulas = formulas;
        this.organisations = organisations;
        this.queue = queue;
    }

    /** The fields of a kind in their order, archived ones last. */
    List<CustomField> of(String kind) {
        return table.all().stream().filter(field -> field.kind().equals(kind)).toList();
    }

    CustomField get(long id) {
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    @Transactional
    public CustomField add(FieldForm form) {
        Homes.demandKind(form.kind() == null ? "" : form.kind());
        table.lock();
        List<CustomField> present = of(String.valueOf(form.kind()));
        if (present.stream().filter(field -> !field.archived()).count() >= MOST)
            throw Refusal.of("fields.error.many", MOST);
        Set<String> taken = present.stream().map(CustomField::key).collect(Collectors.toSet());
        CustomField named = form.field(null, "x", null);
        CustomField field = form.field(null, Keys.of(named.label().english(), taken), result(named));
        long id = table.insert(field);
        indexed(field.quick());
        return get(id);
    }

    /** Another type is refused while there are values that do not fit it. */
    @Transactional
    public CustomField change(long id, FieldForm form) {
        table.lock();
        CustomField before = get(id);
        CustomField named = form.field(before, before.key(), null);
        CustomField after = form.field(before, before.key(), result(named));
        convert(before, after);
        table.update(after);
        demandReadable();
        indexed(before.quick() || after.quick());
        return after;
    }

    private void convert(CustomField before, CustomField after) {
        boolean same = before.type() == after.type() && java.util.Objects.equals(before.target(), after.target());
        if (same || before.computed()) return;
        Conversion conversion = Conversion.of(before, after, organisations.decimals());
        ConversionTable.Unfit unfit = conversions.unfit(before, conversion);
        if (unfit.count() > 0)
            throw Refusal.conflict("fields.error.unfit", unfit.count(), String.join(", ", unfit.examples()));
        conversions.convert(before, conversion);
    }

    /** Lists and forms leave it out; its values and its key stay. */
    @Transactional
    public void archive(long id) {
        CustomField field = get(id);
        table.archived(id, true);
        indexed(field.quick());
    }

    @Transactional
    void restore(long id) {
        table.lock();
        CustomField field = get(id);
        long active = of(field.kind()).stream().filter(f -> !f.archived()).count();
        if (active >= MOST) throw Refusal.of("fields.error.many", MOST);
        table.archived(id, false);
        indexed(field.quick());
    }

    /** Changes places with its neighbour. */
    @Transactional
    void shift(long id, boolean towardsStart) {
        table.lock();
        CustomField field = get(id);
        List<Long> ids = new ArrayList<>(of(field.kind()).stream()
                .filter(f -> !f.archived())
                .map(CustomField::id)
                .toList());
        int place = ids.indexOf(id);
        int other = towardsStart ? place - 1 : place + 1;
        if (place < 0 || other < 0 || other >= ids.size()) return;
        Collections.swap(ids, place, other);
        table.order(ids);
    }

    /** What a formula gives; null for all else. A formula that cannot be read is refused with the place. */
    private @Nullable ValueType result(CustomField field) {
        if (!field.computed()) return null;
        return switch (formulas.check(field.kind(), field.formula())) {
            case Expression expression -> Formulas.result(expression);
            case Refused refused -> {
                Problem problem = refused.problems().getFirst();
                throw Refusal.of("fields.error.formula", problem.line(), problem.column(), problem);
            }
        };
    }

    /** No formula lost what it needs, gives something else than before, or needs itself. */
    private void demandReadable() {
        List<CustomField> all =
                table.all().stream().filter(CustomField::computed).toList();
        Map<String, CustomField> known = new TreeMap<>();
        Map<String, Set<String>> reads = new TreeMap<>();
        for (CustomField field : all) {
            Expression expression = formulas.expression(field)
                    .filter(e -> Formulas.result(e) == field.result())
                    .orElseThrow(() -> Refusal.conflict("fields.error.needed", Typed.name(field)));
            known.put(Formulas.id(field), field);
            reads.put(Formulas.id(field), expression.reads());
        }
        for (CustomField field : all) {
            List<CustomField> ring = Formulas.ring(field, known, reads);
            if (!ring.isEmpty())
                throw Refusal.conflict(
                        "fields.error.ring", ring.stream().map(Typed::name).toList());
        }
    }

    private void indexed(boolean touched) {
        if (touched) queue.put(IndexJob.KIND, "");
    }
}
