package doppelpass.kpi.plug;

import java.util.List;

/** Plug: the measures of a module. */
public interface Measures {
    List<Measure> measures();
}
