package doppelpass.contacts.views;

import org.jspecify.annotations.Nullable;

/** Somebody on the page of the company. */
public record ContactRow(long id, String name, @Nullable String jobTitle) {}
