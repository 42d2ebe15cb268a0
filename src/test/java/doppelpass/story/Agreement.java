package doppelpass.story;

/** A new wording of the MQL on its way from a proposal to both signatures. */
public final class Agreement {
    private static final String SIGN = "Sign for my team";

    private final String address;

    private Agreement(String address) {
        this.address = address;
    }

    public static Agreement proposed(Player player, String reason, String rule) {
        player.open("/glossary/mql").follow("Propose a change");
        player.page().locator(".b-text summary").click();
        player.fill("As text", rule)
                .fill("Why the change?", reason)
                .press("Propose")
                .sees("What changes from version 1 to 2", reason);
        return new Agreement(player.page().url());
    }

    /** One signature is not enough. */
    public void signedByMarketing(Player lead) {
        lead.open(address).press(SIGN).sees("Mara Meier, 2 Jun 2026", "Version 2 · proposed");
    }

    public void notForYou(Player player) {
        player.open(address).sees("not signed").findsNoButton(SIGN);
    }

    /** What the rule would have changed in the last twelve months, counted and by name. */
    public Player backTested(Player player, int records, int entering, String... names) {
        return player.open(address)
                .sees(records + " records of the last 12 months")
                .sees("0 records meet the rule in force, " + entering + " would meet the new one: " + entering
                        + " enter, 0 leave")
                .sees("Would enter (" + entering + ")", "Figures as a table")
                .sees(names);
    }

    public void signedBySales(Player lead) {
        lead.press(SIGN).sees("Stefan Stark, 2 Jun 2026", "Version 2 · in force");
    }
}
