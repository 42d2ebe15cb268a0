package doppelpass.contacts;

import doppelpass.timeline.Subject;

/** A record that probably is the same one; {@code reason} is mail, phone, name or domain: what both share. */
public record Likely(Subject subject, String name, String reason) {}
