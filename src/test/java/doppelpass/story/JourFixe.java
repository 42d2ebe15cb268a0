package doppelpass.story;

import java.util.List;

/** The jour fixe as its people go through it: a series, an agenda from the data, a meeting, minutes. */
public final class JourFixe {
    private final String address;

    private JourFixe(String address) {
        this.address = address;
    }

    /** The host founds the series and opens its first date. */
    public static JourFixe founded(Player host, String hostName, String day, List<String> participants) {
        host.open("/meetings/series/new")
                .fill("Name", "Jour fixe marketing × sales")
                .fill("Minutes", "30")
                .choose("Rhythm", "Every week")
                .choose("Weekday", "Thursday")
                .fill("From", day)
                .fill("Time", "09:00")
                .choose("Host", hostName)
                .choose("First moderated by", "Marketing");
        participants.forEach(host::tick);
        host.press("Save").sees("Next dates");
        host.page().locator("main table a").first().click();
        host.sees("Participants");
        return new JourFixe("/meetings/" + host.record());
    }

    public Player enter(Player player) {
        return player.open(address);
    }

    /** Gives an item of the agenda the floor. */
    public void turnTo(Player moderator, String item) {
        moderator.place(".agenda button", item).click();
        moderator.place(".topic h2", item).waitFor();
    }

    public void decide(Player moderator, String decision, String decider) {
        moderator
                .follow("Decision")
                .fill("Decision in words", decision)
                .choose("Decided by", decider)
                .press("Record")
                .sees(decision, "decided by " + decider);
    }

    public void act(Player moderator, String action, String owner, String due, String dueShown) {
        moderator
                .follow("Action")
                .fill("What will be done?", action)
                .choose("Who", owner)
                .fill("Due", due)
                .press("Record")
                .sees(action, owner + ", by " + dueShown);
    }
}
