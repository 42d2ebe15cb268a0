package doppelpass.lists;

import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Listing;
import java.util.Objects;

/** A cell that can be written: where it stands, what it shows and what is stored. */
public record OpenCell(Listing listing, ListRow row, String stored, String part) {
    /** It stands on the record's page, not in a list. */
    public boolean fact() {
        return part.equals("fact");
    }

    OpenCell as(String part) {
        return new OpenCell(listing, row, stored, part);
    }

    public Cell cell() {
        return row.cells().getFirst();
    }

    public Editing editing() {
        return Objects.requireNonNull(cell().column().editing());
    }

    public String url() {
        String path = "/lists/" + listing.name() + "/" + row.id() + "/"
                + cell().column().name();
        return fact() ? path + "?as=fact" : path;
    }

    /** Names the cell for its input and for htmx. */
    public String key() {
        return "c-" + row.id() + "-" + cell().column().name();
    }
}
