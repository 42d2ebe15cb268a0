package doppelpass.lists.plug;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Plug: a further kind of file a list can be exported as, whatever columns it shows. */
public interface Format {
    /** Ends the file's name and the address it is fetched from. */
    String ending();

    /** The media type. */
    String type();

    /** The message that names it. */
    String label();

    /** What is read of each record, of the listing's table. */
    List<Field<?>> reads();

    /** Begins a file; records come one by one and none is kept. */
    Sink open(OutputStream to) throws IOException;

    /** Where the records go. */
    interface Sink extends Closeable {
        /** Values in the order of {@link Format#reads()}. */
        void add(List<@Nullable Object> values) throws IOException;
    }
}
