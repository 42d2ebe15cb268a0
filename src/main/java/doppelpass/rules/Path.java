package doppelpass.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The way from a variable over single relations to one record: {@code lead.contact.company}. */
record Path(Variable root, List<Hop> hops) {

    record Hop(Relation relation, Subject target) {}

    Path {
        hops = List.copyOf(hops);
    }

    static Path of(Variable root) {
        return new Path(root, List.of());
    }

    Path then(Hop hop) {
        List<Hop> more = new ArrayList<>(hops);
        more.add(hop);
        return new Path(root, more);
    }

    /** The record before the last hop. */
    Path owner() {
        return new Path(root, hops.subList(0, hops.size() - 1));
    }

    boolean direct() {
        return hops.isEmpty();
    }

    Subject subject() {
        return direct()
                ? Objects.requireNonNull(root.subject())
                : hops.getLast().target();
    }

    /** Relation names behind the subject's name, as a person would write it. */
    String text() {
        StringBuilder text =
                new StringBuilder(Objects.requireNonNull(root.subject()).name());
        hops.forEach(hop -> text.append('.').append(hop.relation().name()));
        return text.toString();
    }
}
