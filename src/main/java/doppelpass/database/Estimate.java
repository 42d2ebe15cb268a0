package doppelpass.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Select;

/** What the planner guesses: rows good enough to say "about", cost to know whether counting is worth its time. */
record Estimate(long rows, double cost) {
    private static final Pattern WHOLE = Pattern.compile("cost=[\\d.]+?\\.\\.([\\d.]+) rows=(\\d+)");
    private static final Pattern BELOW = Pattern.compile("(?m)^  ->.* rows=(\\d+)");

    /** Of a query with a limit: what it costs with the limit, and the rows it would have without. */
    static Estimate of(DSLContext db, Select<?> limited) {
        String plan =
                String.join("\n", db.resultQuery("explain {0}", limited).fetch().getValues(0, String.class));
        Matcher whole = WHOLE.matcher(plan);
        Matcher below = BELOW.matcher(plan);
        if (!whole.find()) {
            throw new IllegalStateException("Not a plan: " + plan);
        }
        long rows = Long.parseLong(below.find() ? below.group(1) : whole.group(2));
        return new Estimate(rows, Double.parseDouble(whole.group(1)));
    }
}
