package doppelpass.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** One operand of a rule's outermost AND. */
public final class Clause {
    private final Body body;
    private final Body.Part part;

    Clause(Body body, Body.Part part) {
        this.body = body;
        this.part = part;
    }

    /** The clause in the rule language, in standard layout. */
    public String text() {
        return part.text();
    }

    /** The clause as a sentence. */
    public Word words() {
        return new Wording().clause(part.truth());
    }

    /** See {@link Rule#condition}. */
    public Condition condition(Table<?> alias, Instant now) {
        return body.condition(part.truth(), true, alias, now);
    }

    /** See {@link Rule#unmet}. */
    public Condition unmet(Table<?> alias, Instant now) {
        return body.condition(part.truth(), false, alias, now);
    }

    /** See {@link Rule#test}. */
    public boolean test(Map<String, ? extends @Nullable Object> values, Instant now) {
        return body.memory(values, now).test(part.truth());
    }

    /** What the database sees, as columns of a query about one record. */
    List<Reading> readings(Table<?> alias, Instant now) {
        return Readings.of(
                part.truth(), new SqlEyes(body.scope(alias), Memory.timeOnly(now), UnaryOperator.identity()));
    }

    Finding explain(Map<String, ? extends @Nullable Object> values, Instant now) {
        Memory memory = body.memory(values, now);
        boolean met = memory.test(part.truth());
        return new Finding(this, met, Readings.of(part.truth(), memory));
    }
}
