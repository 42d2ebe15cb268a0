package doppelpass.story;

import doppelpass.testing.Browser;
import org.springframework.stereotype.Component;

/** Brings people on stage who do not exist yet: they are founded or invited, choose a password and sign in, by the pages. */
@Component
public class Troupe {
    private static final String PASSWORD = "one-two-and-goal";

    private final Browser browser;

    Troupe(Browser browser) {
        this.browser = browser;
    }

    /** All of them, from nobody at all. */
    public People everybody(String link) {
        Player ada = founder(link, "Ada Adler");
        team(ada, "Marketing", "Marketing");
        team(ada, "Sales South", "Sales");
        return new People(
                ada,
                invited(ada, "Mara Meier", "Marketing", "Marketing", true),
                invited(ada, "Stefan Stark", "Sales", "Sales South", true),
                invited(ada, "Svea Sommer", "Sales", "Sales South", false),
                invited(ada, "Lena Lind", "Leadership", "", false),
                invited(ada, "Carlo Conti", "Controlling", "", false));
    }

    /** Founds the organisation behind the one-time link and signs in as its administrator. */
    private Player founder(String link, String name) {
        Player player = new Player(browser.stranger());
        player.open(link)
                .sees("You become the first administrator")
                .fill("Organisation", "Kern Antriebstechnik GmbH")
                .choose("Language", "English")
                .fill("Federal state", "BY")
                .fill("Your name", name)
                .fill("Mail address", mail(name))
                .fill("Password", PASSWORD)
                .press("Set up");
        return signIn(player, name);
    }

    /** The administrator adds a team. */
    private static void team(Player administrator, String name, String function) {
        administrator
                .open("/teams")
                .fill("Name", name)
                .choose("Function", function)
                .fill("Federal state", "BY")
                .press("Create team")
                .sees(name);
    }

    /** The administrator invites, the invited opens the link in a browser of their own, chooses a password and signs in. */
    private Player invited(Player administrator, String name, String function, String team, boolean leads) {
        administrator
                .open("/people/new")
                .fill("Name", name)
                .fill("Mail address", mail(name))
                .choose("Function", function)
                .choose("Language", "English");
        if (!team.isEmpty()) administrator.choose("Team", team);
        if (leads) administrator.tick("Leads the team");
        administrator.press("Invite").sees("Give this link to " + name);
        Player player = new Player(browser.stranger());
        player.open(administrator.value("Link")).fill("New password", PASSWORD).press("Change password");
        return signIn(player, name);
    }

    private static Player signIn(Player player, String name) {
        player.sees("Sign in")
                .fill("Mail address", mail(name))
                .fill("Password", PASSWORD)
                .press("Sign in")
                .sees("Scoreboard");
        return player;
    }

    private static String mail(String name) {
        return name.substring(0, name.indexOf(' ')).toLowerCase(java.util.Locale.ROOT) + "@kern.test";
    }
}
