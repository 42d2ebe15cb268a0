package doppelpass.meetings.plug;

/** One line below a topic: a name, a figure, a remark. */
public record Fact(Text name, Text figure, Text remark) {}
