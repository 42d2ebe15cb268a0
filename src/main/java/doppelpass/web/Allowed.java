package doppelpass.web;

/** Plug: says whether the reader may use a route; menus and buttons ask before they show. */
public interface Allowed {
    boolean allowed(Local.Reader reader, String method, String path);

    /** Whether there is such a route at all, for whomever. */
    boolean known(String method, String path);
}
