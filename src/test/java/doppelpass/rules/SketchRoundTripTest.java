package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever one clicks together becomes a rule, and the rule becomes what one clicked together. */
class SketchRoundTripTest {
    private static final int SKETCHES = Integer.getInteger("sketches", 4_000);
    private final Rules rules = SomeSubjects.rules(SomeRules.TERMS);

    @Test
    void randomSketchesComeBackFromTheirText() {
        long seed = Long.getLong("rules.seed", System.nanoTime());
        SomeSketches some = new SomeSketches(new Random(seed), rules.subjects());
        Set<Operator> met = EnumSet.noneOf(Operator.class);
        for (int i = 0; i < SKETCHES; i++) {
            String about = List.of("lead", "contact", "touchpoint", "company").get(i % 4);
            Sketch.Group sketch = some.about(about);
            if (sketch.parts().isEmpty()) continue;
            SketchText writer = new SketchText(rules.subjects());
            String text = writer.of(sketch, rules.subjects().get(about));
            if (text.length() > Limits.TEXT_CHARS) continue;
            String what = "seed " + seed + ", sketch " + i + ": " + text;
            assertThat(writer.incomplete()).as(what).isZero();
            assertThat(read(text, about, what)).as(what).contains(sketch);
            note(sketch, met);
        }
        assertThat(met).as("operators met, seed %d", seed).containsExactlyInAnyOrder(Operator.values());
    }

    @Test
    void whatTheFormCannotSayStaysText() {
        for (String text : List.of(
                "lead.fit + 1 > 3",
                "lead.fit > lead.intent",
                "lead.touchpoints.exists(t, t.channel == lead.source)",
                "lead.fit > 3 ? lead.hot : lead.open",
                "lead.touchpoints.exists_one(t, t.kind == \"call\")",
                "lead.created_at > now - hours(36)",
                "lead.name.lowerAscii().contains(\"GmbH\")",
                "lead.name.endsWith(\"AG\")",
                "lead.name == \"\"",
                "!(lead.fit > 3 && lead.open)",
                "has(lead.contact)",
                "false")) assertThat(read(text, "lead", text)).as(text).isEmpty();
    }

    @Test
    void otherSpellingsOfTheSameAreReadToo() {
        assertThat(written("60 <= lead.fit")).isEqualTo("lead.fit >= 60");
        assertThat(written("lead.touchpoints.filter(t, t.kind == \"call\").size() > 0"))
                .isEqualTo("lead.touchpoints.exists(t, t.kind == \"call\")");
        assertThat(written("lead.created_at + duration(\"90d\") > now")).isEqualTo("lead.created_at > now - days(90)");
        assertThat(written("(lead.open && (lead.hot && term(\"hot\")))"))
                .isEqualTo("lead.open && lead.hot && lead.is(\"hot\")");
        assertThat(written("lead.hot == true || lead.open != true")).isEqualTo("lead.hot || lead.open == false");
    }

    private String written(String text) {
        return new SketchText(rules.subjects())
                .of(read(text, "lead", text).orElseThrow(), rules.subjects().get("lead"));
    }

    private Optional<Sketch.Group> read(String text, String about, String what) {
        return switch (rules.check(text, about)) {
            case Rule rule -> SketchReader.sketch(rule);
            case Refused refused -> throw new AssertionError(what + " refused: " + refused.problems());
        };
    }

    private static void note(Sketch sketch, Set<Operator> met) {
        switch (sketch) {
            case Sketch.Group group -> group.parts().forEach(part -> note(part, met));
            case Sketch.Related related -> note(related.group(), met);
            case Sketch.Condition condition -> met.add(condition.operator());
            case Sketch.TermIs term -> {}
        }
    }
}
