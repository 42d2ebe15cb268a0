package doppelpass.meetings;

/** One date of a series does not take place. */
public record MeetingCancelled(long meetingId) {}
