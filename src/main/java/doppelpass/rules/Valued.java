package doppelpass.rules;

/** The outcome of a check of a text that shall give a value. */
public sealed interface Valued permits Expression, Refused {}
