package doppelpass.search.plug;

/**
 * Something to do or a page to go to.
 *
 * @param label a message key, {@code contacts.new}
 * @param path the page it leads to
 * @param icon Tabler's name
 */
public record Command(String label, String path, String icon) {}
