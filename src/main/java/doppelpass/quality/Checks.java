package doppelpass.quality;

import java.util.List;

/** Plug: the checks a module contributes about its own records. */
public interface Checks {
    List<Check> checks();
}
