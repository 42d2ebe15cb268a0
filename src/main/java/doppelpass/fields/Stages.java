package doppelpass.fields;

import doppelpass.web.Choice;
import java.util.List;

/** Socket: whoever keeps records that go through stages names these, so that a field can be demanded from one of them on. */
public interface Stages {
    String kind();

    /** In their order; several ways stand one after the other. */
    List<Choice> stages();
}
