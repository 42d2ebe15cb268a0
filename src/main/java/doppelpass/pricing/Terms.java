package doppelpass.pricing;

import org.jspecify.annotations.Nullable;

/** What holds for all lines of a deal: the price book it follows (null: the standard one), the discount on the whole. */
public record Terms(@Nullable Long bookId, Discount discount) {
    static final Terms NONE = new Terms(null, Discount.NONE);
}
