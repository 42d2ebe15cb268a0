package doppelpass.demo;

import doppelpass.meetings.Item;
import java.util.Arrays;
import java.util.List;

/** What is said about an item of the agenda: a finding, what could be decided, what is to be done, and what that brought. */
record Talk(List<Line> lines) {

    /** One exchange; {@code about} is an agenda code, or the code of a KPI for items about figures. */
    record Line(String about, String info, String decision, String action, String effect, String result) {
        String kpi(Item item) {
            return item.subject().startsWith("kpi-") ? item.subject().substring(4) : "";
        }
    }

    static Talk read() {
        return new Talk(Words.text("talk.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\|"))
                .map(p -> Arrays.stream(p).map(String::strip).toArray(String[]::new))
                .map(p -> new Line(p[0], p[1], p[2], p[3], p[4], p[5]))
                .toList());
    }

    /** What fits the item best: its figure, else its kind, else something general. */
    Line about(Item item, Dice dice) {
        String figure = item.subject().replaceFirst("^kpi-(K\\d\\d).*", "$1");
        for (String key : List.of(figure, item.code())) {
            List<Line> fitting =
                    lines.stream().filter(line -> line.about().equals(key)).toList();
            if (!fitting.isEmpty()) return dice.one(fitting);
        }
        return dice.one(lines.stream().filter(line -> line.about().equals("*")).toList());
    }
}
