package doppelpass.rules;

import org.jspecify.annotations.Nullable;

/**
 * A value a clause looked at: a field's value, or the number of elements of a list that meet its condition.
 *
 * @param path as written in rules, such as {@code lead.contact.country}
 * @param field the subject and its field, {@code contact.country}; empty where elements are counted
 * @param value null if it is missing
 */
public record Reading(
        String path, String field, Word label, @Nullable Object value) {}
