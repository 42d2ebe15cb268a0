package doppelpass.notes.views;

import doppelpass.notes.PastText;
import gg.jte.Content;

/** An earlier version ready to be shown. */
public record PastView(PastText past, Content html) {}
