package doppelpass.notes.views;

import doppelpass.notes.Note;
import gg.jte.Content;

/** A note ready to be shown; {@code own} may be edited and deleted by the reader. */
public record NoteView(Note note, Content html, boolean own) {}
