package doppelpass.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which alias stands for which record at a point of the SQL; inner points see what outer ones see. */
final class SqlScope {
    private static final Pattern OWN = Pattern.compile("rule_.+_(\\d{1,8})");

    private final Map<Path, Table<?>> aliases;
    private final Map<Variable, Field<String>> elements;
    private final AtomicInteger counter;

    private SqlScope(Map<Path, Table<?>> aliases, Map<Variable, Field<String>> elements, AtomicInteger counter) {
        this.aliases = aliases;
        this.elements = elements;
        this.counter = counter;
    }

    static SqlScope of(Variable root, Table<?> alias) {
        return new SqlScope(Map.of(Path.of(root), alias), Map.of(), new AtomicInteger(begun(alias)));
    }

    /** An expression within a rule starts from one of the rule's aliases: its own must not hide that one. */
    private static int begun(Table<?> alias) {
        Matcher own = OWN.matcher(alias.getName());
        return own.matches() ? Integer.parseInt(own.group(1)) : 0;
    }

    /** Tables to select from, how they hang together and on the outer query, and the scope inside. */
    record Opened(List<Table<?>> tables, Condition joins, SqlScope scope) {}

    @Nullable
    Table<?> alias(Path path) {
        return aliases.get(path);
    }

    Field<String> element(Variable variable) {
        return Objects.requireNonNull(elements.get(variable));
    }

    /** Opens the related record at the end of a path. */
    Opened open(Path path) {
        List<Table<?>> tables = new ArrayList<>();
        List<Condition> joins = new ArrayList<>();
        SqlScope scope = reach(path, tables, joins);
        return new Opened(tables, DSL.and(joins), scope);
    }

    /** Opens a list of related records; the variable stands for each. */
    Opened open(Items.Related items) {
        List<Table<?>> tables = new ArrayList<>();
        List<Condition> joins = new ArrayList<>();
        SqlScope scope = reach(items.owner(), tables, joins)
                .join(items.owner(), items.many(), Path.of(items.variable()), tables, joins);
        return new Opened(tables, DSL.and(joins), scope);
    }

    /** Opens a list of texts. */
    Opened open(Items.Texts items, Field<?> list) {
        String alias = name("text");
        Table<?> table = DSL.unnest(list).as(alias, "value");
        Map<Variable, Field<String>> more = new HashMap<>(elements);
        more.put(items.variable(), DSL.field(DSL.name(alias, "value"), String.class));
        return new Opened(List.of(table), DSL.noCondition(), new SqlScope(aliases, more, counter));
    }

    /** The record of an open path under another variable's name. */
    SqlScope rename(Path path, Variable variable) {
        return with(Path.of(variable), Objects.requireNonNull(aliases.get(path)));
    }

    private SqlScope reach(Path path, List<Table<?>> tables, List<Condition> joins) {
        if (aliases.containsKey(path)) return this;
        SqlScope owner = reach(path.owner(), tables, joins);
        return owner.join(path.owner(), path.hops().getLast(), path, tables, joins);
    }

    private SqlScope join(Path owner, Path.Hop hop, Path target, List<Table<?>> tables, List<Condition> joins) {
        Table<?> from = Objects.requireNonNull(aliases.get(owner));
        Table<?> to = hop.target().as(name(hop.target().name()));
        tables.add(to);
        joins.add(hop.relation()
                .join()
                .on(from, owner.subject().keyOn(from), to, hop.target().keyOn(to)));
        return with(target, to);
    }

    private SqlScope with(Path path, Table<?> alias) {
        Map<Path, Table<?>> more = new HashMap<>(aliases);
        more.put(path, alias);
        return new SqlScope(more, elements, counter);
    }

    private String name(String what) {
        return "rule_" + what + "_" + counter.incrementAndGet();
    }
}
