package doppelpass.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What a condition may ask of a field, and the text that asks it: {@code {x}} is the field, {@code {day}} its calendar
 * day, {@code {at}} the present (now or today), {@code {0}} a value, {@code {*}} all of them.
 */
enum Operator {
    IS("{x} == {0}"),
    /** True of missing values too, as any negation in rules. */
    IS_NOT("!({x} == {0})"),
    OTHER("{x} != {0}"),
    ONE_OF("{x} in [{*}]"),
    NONE_OF("!({x} in [{*}])"),
    CONTAINS("{x}.lowerAscii().contains({0})"),
    STARTS("{x}.lowerAscii().startsWith({0})"),
    CONTAINS_EXACTLY("{x}.contains({0})"),
    STARTS_EXACTLY("{x}.startsWith({0})"),
    FILLED("{x} != \"\""),
    EMPTY("!({x} != \"\")"),
    PRESENT("has({x})"),
    ABSENT("!has({x})"),
    EQ("{x} == {0}"),
    NE("{x} != {0}"),
    LT("{x} < {0}"),
    LE("{x} <= {0}"),
    GT("{x} > {0}"),
    GE("{x} >= {0}"),
    BETWEEN("{x} >= {0} && {x} <= {1}"),
    YES("{x}"),
    NO("{x} == false"),
    NOT_YES("!{x}"),
    FROM("{day} >= {0}"),
    BEFORE("{day} < {0}"),
    TODAY("{day} == today"),
    LAST_DAYS("{x} > {at} - {0}"),
    LONGER_AGO("{x} < {at} - {0}"),
    NEXT_DAYS("{x} >= {at} && {x} <= {at} + {0}"),
    HAS("{0} in {x}"),
    HAS_NOT("!({0} in {x})");

    private static final List<Operator> CHOICE = List.of(IS, IS_NOT, OTHER, ONE_OF, NONE_OF, FILLED, EMPTY);
    private static final List<Operator> TEXT =
            List.of(IS, IS_NOT, OTHER, ONE_OF, NONE_OF, CONTAINS, STARTS, FILLED, EMPTY);
    private static final List<Operator> EXACT = List.of(CONTAINS_EXACTLY, STARTS_EXACTLY, PRESENT, ABSENT);
    private static final List<Operator> NUMBER = List.of(EQ, NE, LT, LE, GT, GE, BETWEEN, PRESENT, ABSENT);
    private static final List<Operator> FLAG = List.of(YES, NO, NOT_YES, PRESENT, ABSENT);
    private static final List<Operator> TIME =
            List.of(FROM, BEFORE, LAST_DAYS, LONGER_AGO, NEXT_DAYS, TODAY, PRESENT, ABSENT);
    private static final List<Operator> LIST = List.of(HAS, HAS_NOT, PRESENT, ABSENT);

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean pair() {
        return text.contains(" && ");
    }

    /** What people choose from. */
    static List<Operator> offered(SubjectField field) {
        return switch (field.type()) {
            case STRING -> field.choices().isEmpty() ? TEXT : CHOICE;
            case INT, DECIMAL -> NUMBER;
            case BOOL -> FLAG;
            case TIMESTAMP, DATE -> TIME;
            case LIST_OF_STRING -> LIST;
        };
    }

    /** What a rule written as text may ask besides, so that the builder can show it. */
    static List<Operator> possible(SubjectField field) {
        if (field.type() != FieldType.STRING) return offered(field);
        List<Operator> possible = new ArrayList<>(TEXT);
        possible.addAll(EXACT);
        return possible;
    }

    ValueInput input(SubjectField field) {
        boolean choice = !field.choices().isEmpty();
        return switch (this) {
            case IS, IS_NOT, OTHER, HAS, HAS_NOT -> choice ? ValueInput.CHOICE : ValueInput.TEXT;
            case ONE_OF, NONE_OF -> choice ? ValueInput.CHOICES : ValueInput.LINES;
            case CONTAINS, STARTS, CONTAINS_EXACTLY, STARTS_EXACTLY -> ValueInput.TEXT;
            case EQ, NE, LT, LE, GT, GE -> ValueInput.NUMBER;
            case BETWEEN -> ValueInput.NUMBERS;
            case FROM, BEFORE -> ValueInput.DAY;
            case LAST_DAYS, LONGER_AGO, NEXT_DAYS -> ValueInput.DAYS;
            case FILLED, EMPTY, PRESENT, ABSENT, YES, NO, NOT_YES, TODAY -> ValueInput.NONE;
        };
    }
}
