package doppelpass.records;

import gg.jte.Content;
import java.util.List;

/** The parts of one page by their place, in order. */
public record Parts(List<Content> actions, List<Content> head, List<Content> main, List<Content> side) {}
