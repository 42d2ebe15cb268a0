package doppelpass.lists;

import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Listing;
import java.util.Objects;

/** A cell that can be written: where it stands, what it shows and what is stored. */
public record OpenCell(Listing listing, ListRow row, String stored) {
    public Cell cell() {
        return row.cells().getFirst();
    }

    public Editing editing() {
        return Objects.requireNonNull(cell().column().editing());
    }

    public String url() {
        return "/lists/" + listing.name() + "/" + row.id() + "/"
                + cell().column().name();
    }

    /** Names the cell for its input and for htmx. */
    public String key() {
        return "c-" + row.id() + "-" + cell().column().name();
    }
}
