package doppelpass.identity;

import org.jspecify.annotations.Nullable;

/** Which people a list shows; {@code state} is active, inactive or all. */
record StaffFilter(String q, String function, @Nullable Long team, String state) {}
