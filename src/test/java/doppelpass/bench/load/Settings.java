package doppelpass.bench.load;

import doppelpass.console.Arguments;
import doppelpass.console.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much is asked of what.
 *
 * @param contacts as many leads, and the rest in proportion
 * @param perSecond requests, begun evenly
 * @param time how long they are measured
 * @param warmUp how long before that, at half the pace and unmeasured but for errors
 * @param sight how much of the records the sellers see: own, team, department, all
 * @param settled whether what the product does by itself with so many new records is waited for
 * @param server options of the product's JVM
 */
record Settings(
        int contacts,
        double perSecond,
        Duration time,
        Duration warmUp,
        String sight,
        boolean settled,
        List<String> server) {

    /** As {@code ./doppelpass bench load} takes them; the product's JVM is the launcher's. */
    static Settings of(Arguments typed, Map<String, String> environment) {
        typed.allowOnly("rows", "rate", "minutes", "warm-up", "sight");
        String sight = typed.option("sight").orElse("own");
        if (!Set.of("own", "team", "department", "all").contains(sight))
            throw new Refused("--sight is own, team, department or all, not " + sight + ".");
        return new Settings(
                (int) number(typed, "rows", "1000000"),
                number(typed, "rate", "100"),
                Duration.ofMillis(Math.round(number(typed, "minutes", "10") * 60_000)),
                Duration.ofMillis(Math.round(number(typed, "warm-up", "0.5") * 60_000)),
                sight,
                true,
                List.of(
                        "-Xmx" + environment.getOrDefault("DOPPELPASS_MEMORY", "768m"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=" + environment.getOrDefault("DOPPELPASS_TIER", "4"),
                        // a machine with other things to do is measured, not given up
                        "-Dspring.datasource.hikari.connection-timeout=120000"));
    }

    /** What every test run does: a small organisation, and a product that costs the other tests little. */
    static Settings inTests() {
        Settings usual = of(
                Arguments.parse(List.of("--rows", "100000", "--rate", "40", "--minutes", "3", "--warm-up", "0")),
                Map.of("DOPPELPASS_MEMORY", "512m", "DOPPELPASS_TIER", "1"));
        List<String> server = new ArrayList<>(usual.server());
        // each connection plans for itself: few of them have planned soon
        server.add("-Dspring.datasource.hikari.maximum-pool-size=6");
        return new Settings(
                usual.contacts(),
                usual.perSecond(),
                usual.time(),
                usual.warmUp(),
                usual.sight(),
                false,
                List.copyOf(server));
    }

    /** Shorter and smaller runs are for trying. */
    boolean worthKeeping() {
        return contacts >= 1_000_000 && time.toMinutes() >= 10;
    }

    private static double number(Arguments typed, String name, String usual) {
        String text = typed.option(name).orElse(usual);
        if (!text.matches("\\d{1,8}(\\.\\d{1,3})?"))
            throw new Refused("--" + name + " is a number such as " + usual + ", not " + text + ".");
        return Double.parseDouble(text);
    }
}
