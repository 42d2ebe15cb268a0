package doppelpass.fields;

/** How far the indexes of a field are; a field that asks for none has none. */
public enum IndexState {
    NONE,
    WAITING,
    READY
}
