package doppelpass.fields;

import doppelpass.web.Choice;
import java.util.List;

/** Socket: whoever keeps records that go through stages names these, so that a field can be demanded from one of them on. */
public interface Stages {
    String kind();

    /** In their order; several ways stand one after the other. */
    List<Choice> stages();

    /** Those in which a record has been through this one, or skipped it. */
    List<Long> beyond(long stage);

    /** The column in which the rows of a file that becomes such records name their stage by its id. */
    String column();
}
