package doppelpass.meetings.plug;

import java.util.List;

/**
 * Something to talk about. {@code code} is the generator (A1 to A15), {@code subject} makes two mentions of the same
 * thing one; the title carries no figures, because it also stands in mails. {@code impactMinor} is the money at stake in
 * minor units (0 = unknown), {@code urgency} 1 to 3, {@code ageDays} how long it has been so.
 */
public record Topic(
        String code,
        String subject,
        Text title,
        Text remark,
        Tone tone,
        String owner,
        int minutes,
        long impactMinor,
        int urgency,
        long ageDays,
        String url,
        List<Fact> facts) {
    /** What a topic without a known amount counts as: 1,000 in the organisation's currency. */
    private static final double UNKNOWN_IMPACT = 100_000;

    /** How bad it is; shown as a colour beside the words. */
    public enum Tone {
        GOOD,
        BAD,
        WATCH,
        MUTED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Topic {
        if (urgency < 1 || urgency > 3) throw new IllegalArgumentException("Urgency is 1 to 3, not " + urgency);
        if (minutes < 1) throw new IllegalArgumentException("A topic takes time");
        facts = List.copyOf(facts);
    }

    /** The same with another remark. */
    public Topic remarked(Text other) {
        return new Topic(code, subject, title, other, tone, owner, minutes, impactMinor, urgency, ageDays, url, facts);
    }

    /** Impact × urgency × age; a week doubles the weight. */
    public double score() {
        double impact = Math.max(UNKNOWN_IMPACT, Math.abs((double) impactMinor));
        return impact * urgency * (1 + Math.max(0, ageDays) / 7.0);
    }
}
