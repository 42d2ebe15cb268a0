package doppelpass.meetings;

import doppelpass.meetings.plug.Fact;
import doppelpass.meetings.plug.Text;
import java.util.List;

/** One line of an agenda: part of the fixed frame (F1 to F4), found in data (A1 …) or proposed by somebody (A15). */
public record Item(
        long id,
        long meetingId,
        int position,
        String code,
        String subject,
        Text title,
        Text remark,
        List<Fact> facts,
        String tone,
        String owner,
        String url,
        int minutes,
        double score,
        int postponed,
        String state,
        boolean curated,
        String reason) {
    static final String MANUAL = "A15";

    public boolean frame() {
        return code.startsWith("F");
    }

    public boolean open() {
        return state.equals("open");
    }
}
