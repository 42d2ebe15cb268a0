package doppelpass.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** A rule that passed its check. Immutable and safe to share between threads. */
public final class Rule implements Checked {
    private final String text;
    private final Body body;
    private final Truth whole;
    private final List<Problem> warnings;
    private final Set<String> reads;
    private final Set<String> reaches;
    private final Set<String> terms;
    private final boolean dependsOnTime;

    Rule(String text, Body body, Check check) {
        this.text = text;
        this.body = body;
        this.whole = Body.whole(body.parts());
        this.warnings = List.copyOf(check.warnings);
        this.reads = Set.copyOf(check.reads);
        this.reaches = Set.copyOf(check.reaches);
        this.terms = Set.copyOf(check.termsUsed);
        this.dependsOnTime = check.dependsOnTime;
    }

    public String text() {
        return text;
    }

    public Subject subject() {
        return body.subject();
    }

    Truth whole() {
        return whole;
    }

    /** The record the rule is about. */
    Variable root() {
        return body.root();
    }

    /**
     * True in SQL for exactly the records that meet the rule; for the others false or unknown, so never negate it: use
     * {@link #unmet}.
     *
     * @param alias the subject's table as it stands in the query, itself or aliased
     */
    public Condition condition(Table<?> alias, Instant now) {
        return body.condition(whole, true, alias, now);
    }

    /** True in SQL for exactly the records that do not meet the rule. */
    public Condition unmet(Table<?> alias, Instant now) {
        return body.condition(whole, false, alias, now);
    }

    /**
     * Whether one record meets the rule.
     *
     * @param values field name to value; a single relation is a map or null, a list a collection (of maps)
     */
    public boolean test(Map<String, ? extends @Nullable Object> values, Instant now) {
        return body.memory(values, now).test(whole);
    }

    /** The operands of the outermost AND; a record meets the rule if it meets each clause. */
    public List<Clause> clauses() {
        return body.parts().stream().map(part -> new Clause(body, part)).toList();
    }

    /** For each clause: whether the record meets it, and the values that decide. */
    public List<Finding> explain(Map<String, ? extends @Nullable Object> values, Instant now) {
        return clauses().stream().map(clause -> clause.explain(values, now)).toList();
    }

    /** The same of one record as the database knows it, with all that the rule reads. */
    public Explanation explanation(Table<?> alias, Instant now) {
        return new Explanation(clauses(), alias, now);
    }

    /** What the text makes doubtful without making it wrong. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** All members read, as {@code subject.member}: a change of any other cannot change the outcome. */
    public Set<String> reads() {
        return reads;
    }

    /** The subjects of all related records it looks at: a change of a record of any other cannot change the outcome. */
    public Set<String> reaches() {
        return reaches;
    }

    /** All terms used, directly or through other terms, as {@code subject:term}. */
    public Set<String> terms() {
        return terms;
    }

    /** The outcome may change by time alone. */
    public boolean dependsOnTime() {
        return dependsOnTime;
    }
}
