package doppelpass.leads;

import doppelpass.core.Cursor;
import doppelpass.core.MalformedText;
import doppelpass.core.PageRequest;
import doppelpass.web.Refusal;

/** The place in a list that an address names. */
final class Places {
    private Places() {}

    static PageRequest request(String sort, boolean descending, int size, String at) {
        PageRequest first = PageRequest.first(sort, descending, size);
        if (at.isEmpty()) return first;
        try {
            return first.at(Cursor.decode(at));
        } catch (MalformedText nonsense) {
            throw Refusal.notFound();
        }
    }
}
