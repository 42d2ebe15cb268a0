package doppelpass.meetings;

import doppelpass.identity.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the page of one meeting shows to one reader. */
public record MeetingPage(
        Meeting meeting,
        Person reader,
        List<Item> items,
        @Nullable Item shown,
        String kind,
        List<Outcome> outcomes,
        List<Person> participants,
        Set<Long> present,
        List<Confirmation> confirmations,
        List<Correction> corrections,
        Map<Integer, Integer> votes,
        boolean voted,
        Instant now,
        LocalDate today) {

    public List<Item> agenda() {
        return items.stream().filter(Item::open).toList();
    }

    public List<Item> aside() {
        return items.stream().filter(i -> !i.open()).toList();
    }

    public List<Outcome> outcomesOf(Item item) {
        return outcomes.stream().filter(o -> o.itemId() == item.id()).toList();
    }

    public boolean curator() {
        return meeting.curatedBy(reader);
    }

    public boolean mayStart() {
        return meeting.state().ahead() && !agenda().isEmpty();
    }

    public boolean mayConfirm() {
        return meeting.state() == MeetingState.DRAFTED
                && meeting.confirmedBy(reader)
                && confirmations.stream()
                        .noneMatch(c -> c.function().equals(reader.function().code()));
    }

    /** Somebody who can decide from each team; otherwise items are for information only. */
    public boolean quorum() {
        return presentFrom("marketing") && presentFrom("sales");
    }

    private boolean presentFrom(String function) {
        return participants.stream()
                .anyMatch(p -> present.contains(p.id()) && p.function().code().equals(function));
    }

    /** How long the current item has had the floor. */
    public long itemSeconds() {
        Instant called = meeting.itemAt();
        return called == null ? 0 : Math.max(0, Duration.between(called, now).toSeconds());
    }

    public long minutesLeft() {
        Instant opened = meeting.openedAt() == null ? now : meeting.openedAt();
        return Math.max(
                0,
                Duration.between(now, opened.plus(Duration.ofMinutes(meeting.minutes())))
                        .toMinutes());
    }

    public int plannedMinutes() {
        return agenda().stream().mapToInt(Item::minutes).sum();
    }

    public boolean current(Item item) {
        return meeting.state() == MeetingState.RUNNING
                && Long.valueOf(item.id()).equals(meeting.itemId());
    }

    /** Items before the current one have been talked about. */
    public boolean past(Item item) {
        Long current = meeting.itemId();
        if (meeting.state() != MeetingState.RUNNING || current == null) return false;
        List<Long> order = agenda().stream().map(Item::id).toList();
        return order.indexOf(item.id()) < order.indexOf(current);
    }

    public int voters() {
        return votes.values().stream().mapToInt(Integer::intValue).sum();
    }

    public @Nullable Double worth() {
        int voters = voters();
        if (voters == 0) return null;
        return votes.entrySet().stream()
                        .mapToDouble(v -> v.getKey() * v.getValue())
                        .sum()
                / voters;
    }
}
