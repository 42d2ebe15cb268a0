package doppelpass.meetings;

/** A meeting is over and its minutes are drafted. */
public record MeetingHeld(long meetingId) {}
