package doppelpass.bin;

import doppelpass.timeline.Subject;
import java.util.Map;

/** Socket: the kinds of records of a module that can be deleted, each with the table its rows are in. */
@FunctionalInterface
public interface Deletable {
    Map<Subject.Kind, String> tables();
}
