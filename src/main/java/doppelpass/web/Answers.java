package doppelpass.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one page asks again and again is asked once: a request that only reads keeps the answers until it is answered
 * itself. Everywhere else, as in a request that writes, each question is asked anew.
 */
public final class Answers {
    private static final ScopedValue<Map<Object, Object>> KNOWN = ScopedValue.newInstance();

    private Answers() {}

    /** @param key names the question and all that the answer depends on, and has an {@code equals} */
    @SuppressWarnings("unchecked")
    public static <T> T once(Object key, Supplier<T> question) {
        if (!KNOWN.isBound()) return question.get();
        Map<Object, Object> known = KNOWN.get();
        Object answer = known.get(key);
        if (answer == null) {
            answer = question.get();
            known.put(key, answer);
        }
        return (T) answer;
    }

    /** Keeps answers from here to the end of this piece of work. */
    static <X extends Throwable> void kept(ScopedValue.CallableOp<?, X> work) throws X {
        ScopedValue.where(KNOWN, new HashMap<>()).call(work);
    }
}
