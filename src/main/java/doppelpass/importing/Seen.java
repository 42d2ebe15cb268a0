package doppelpass.importing;

import java.util.Arrays;

/** The ids a file has used so far, as 64-bit hashes: 16 bytes an id, so that ten million rows fit beside the work. */
final class Seen {
    private long[] slots = new long[1 << 12];
    private int size;

    /** False when the id was there before. */
    boolean add(String id) {
        if (size * 2 >= slots.length) {
            grow();
        }
        return insert(slots, hash(id));
    }

    private boolean insert(long[] into, long hash) {
        int at = (int) (hash & into.length - 1);
        while (into[at] != 0) {
            if (into[at] == hash) {
                return false;
            }
            at = at + 1 & into.length - 1;
        }
        into[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        size = 0;
        Arrays.stream(slots).filter(h -> h != 0).forEach(h -> insert(larger, h));
        slots = larger;
    }

    /** FNV-1a with a final mix; never 0. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
