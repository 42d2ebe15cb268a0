package doppelpass.lists;

import doppelpass.lists.plug.Listing;

/** Some columns of one record as its page shows them; each is written in place as in a list. */
public record Facts(Listing listing, ListRow row, boolean changes) {}
