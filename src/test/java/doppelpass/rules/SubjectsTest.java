package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** What modules plug in is checked when it is gathered. */
class SubjectsTest {
    private static final SomeTable TABLE = new SomeTable("thing");
    private static final Subject THING = Subject.of("thing", "test.thing", TABLE, TABLE.id);

    @Test
    void aModuleAddsToTheSubjectOfAnother() {
        Subjects subjects = Subjects.of(List.of(
                Subject.extending("thing", "test.more").many("parts", "part", TABLE.id),
                THING,
                Subject.of("part", "test.part", TABLE, TABLE.id)));
        assertThat(subjects.get("thing").relations().keySet()).containsExactly("parts");
    }

    @Test
    void declarationsThatCannotWorkAreBugs() {
        assertThatThrownBy(() -> Subjects.of(List.of(THING, THING))).hasMessageContaining("Two modules");
        assertThatThrownBy(() -> Subjects.of(List.of(THING.one("owner", "person", TABLE.id))))
                .hasMessageContaining("person");
        assertThatThrownBy(() -> Subjects.of(List.of(Subject.extending("thing", "x"))))
                .hasMessageContaining("thing");
        assertThatThrownBy(() -> THING.field("a", TABLE.id).field("a", TABLE.id))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> THING.field("in", TABLE.id)).hasMessageContaining("Not a name");
        assertThatThrownBy(() -> THING.field("Größe", TABLE.id)).hasMessageContaining("Not a name");
        assertThatThrownBy(() -> Subject.of("now", "x", TABLE, TABLE.id)).hasMessageContaining("Not a name");
    }

    @Test
    void columnsWithoutAnExactTypeNeedACast() {
        assertThatThrownBy(() -> THING.field("a", DSL.field("a", SQLDataType.DOUBLE)))
                .hasMessageContaining("numeric");
        assertThatThrownBy(() -> THING.field("a", DSL.field("a", SQLDataType.UUID)))
                .hasMessageContaining("cast");
        assertThatThrownBy(() -> THING.field("a", DSL.field("a", SQLDataType.LOCALDATETIME)))
                .hasMessageContaining("timestamptz");
    }

    @Test
    void aFieldInventedByAUserCarriesItsOwnName() {
        SubjectField branch = new SubjectField(
                "branch",
                FieldType.STRING,
                true,
                alias -> DSL.field("'x'", String.class),
                Word.plain("Branche"),
                List.of());
        assertThat(RuleProblemsTest.said(branch.label(), Locale.GERMAN)).isEqualTo("Branche");
        Rules rules = Rules.over(List.of(() -> List.of(THING.field(branch))), Terms.NONE, SomeSubjects.ZONE);
        assertThat(rules.check("thing.branch == \"x\"", "thing")).isInstanceOf(Rule.class);
    }

    /** A text that was understood is not read again, but for as long as it speaks of the same. */
    @Test
    void aRuleIsKnownUntilWhatItSpeaksOfChanges() {
        List<Subject> thing = new ArrayList<>(List.of(THING));
        SubjectPlug plug = new SubjectPlug() {
            @Override
            public List<Subject> subjects() {
                return List.copyOf(thing);
            }

            @Override
            public Object stamp() {
                return thing.getFirst().fields().keySet();
            }
        };
        Rules rules = Rules.over(List.of(plug), Terms.NONE, SomeSubjects.ZONE);
        assertThat(rules.check("thing.colour == 1", "thing")).isInstanceOf(Refused.class);
        thing.set(0, THING.field("colour", TABLE.id));
        Checked first = rules.check("thing.colour == 1", "thing");
        assertThat(first).isInstanceOf(Rule.class);
        assertThat(rules.check("thing.colour == 1", "thing")).isSameAs(first);
        thing.set(0, THING.field("shape", TABLE.id));
        assertThat(rules.check("thing.colour == 1", "thing")).isInstanceOf(Refused.class);
    }
}
