package doppelpass.meetings;

import doppelpass.web.Refusal;
import java.time.LocalDate;

/** What an action takes: what is done (a verb phrase), by exactly one person, until when, to move which KPI how. */
public record NewAction(String text, long ownerId, LocalDate dueOn, String kpi, String effect) {
    private static final int LONGEST = 500;

    public NewAction {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST) throw Refusal.of("meetings.error.text", LONGEST);
    }
}
