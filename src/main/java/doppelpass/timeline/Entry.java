package doppelpass.timeline;

/** A touchpoint or an activity of a history; in addresses even keys are touchpoints, odd ones activities. */
public record Entry(boolean touchpoint, long id) {

    public static Entry of(long key) {
        return new Entry(key % 2 == 0, key / 2);
    }

    public long key() {
        return touchpoint ? id * 2 : id * 2 + 1;
    }
}
