package doppelpass.deals;

import java.util.List;

/** Socket: what must be true before a deal goes on. The front door asks however the deal is moved. */
@FunctionalInterface
public interface Gate {
    /** Refuses in words, with what is missing; {@code entering} are the stages the deal enters or skips, in order. */
    void demand(Deal deal, List<Stage> entering);
}
