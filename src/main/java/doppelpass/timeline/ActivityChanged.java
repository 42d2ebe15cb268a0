package doppelpass.timeline;

/** An activity is another than before, or a plan became one. */
public record ActivityChanged(long id, NewActivity activity) {}
