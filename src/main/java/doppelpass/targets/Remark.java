package doppelpass.targets;

import doppelpass.web.Words;
import java.util.List;

/** Something a planner should think about: a message with its arguments. */
public record Remark(String key, List<Object> arguments) {
    public String text() {
        return Words.t(key, arguments.toArray());
    }
}
