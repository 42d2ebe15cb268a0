package doppelpass.rules;

/** The outcome of a check. */
public sealed interface Checked permits Rule, Refused {}
