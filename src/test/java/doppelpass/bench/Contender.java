package doppelpass.bench;

import java.util.function.Supplier;

/** One side of a race. */
@FunctionalInterface
interface Contender {
    /** Sets the stage; not measured. */
    default void prepare() {}

    /** What is measured; the answer is worked out afterwards and must be the other side's. */
    Supplier<Object> run();
}
