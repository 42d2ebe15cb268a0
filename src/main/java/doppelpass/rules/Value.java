package doppelpass.rules;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The checked tree of a rule: all that has a value. Any value may be missing. */
sealed interface Value {
    Kind kind();

    default List<Value> parts() {
        return List.of();
    }

    /** The same for every record (it may still depend on the time). */
    default boolean fixed() {
        return parts().stream().allMatch(Value::fixed);
    }

    /** It can be missing. */
    default boolean nullable() {
        return parts().stream().anyMatch(Value::nullable);
    }

    /** It is missing whenever one of its columns is. */
    default boolean strict() {
        return parts().stream().allMatch(Value::strict);
    }

    /** Depends on the record in other ways than through columns that must be there. */
    sealed interface Lenient extends Value {
        @Override
        default boolean fixed() {
            return false;
        }

        @Override
        default boolean strict() {
            return false;
        }
    }

    record Constant(Kind kind, Object value) implements Value {}

    record Now() implements Value {
        @Override
        public Kind kind() {
            return Kind.TIMESTAMP;
        }
    }

    record Column(Path path, SubjectField field) implements Value {
        @Override
        public Kind kind() {
            return field.type().kind();
        }

        @Override
        public boolean fixed() {
            return false;
        }

        @Override
        public boolean nullable() {
            return field.nullable() || !path.direct();
        }
    }

    /** One text of a list of texts. */
    record Element(Variable variable) implements Value {
        @Override
        public Kind kind() {
            return Kind.STRING;
        }

        @Override
        public boolean fixed() {
            return false;
        }

        @Override
        public boolean nullable() {
            return true;
        }
    }

    /** A time or day moved by a fixed span. */
    record Shift(Value base, Duration by) implements Value {
        @Override
        public Kind kind() {
            return base.kind();
        }

        @Override
        public List<Value> parts() {
            return List.of(base);
        }
    }

    /** The calendar day of a time. */
    record DayOf(Value time, ZoneId zone) implements Value {
        @Override
        public Kind kind() {
            return Kind.DATE;
        }

        @Override
        public List<Value> parts() {
            return List.of(time);
        }
    }

    enum Transform {
        /** Number of characters (code points). */
        LENGTH(Kind.INT),
        /** A to Z in lower case, all else as it is. */
        LOWER(Kind.STRING);

        private final Kind kind;

        Transform(Kind kind) {
            this.kind = kind;
        }
    }

    record Transformed(Transform transform, Value text) implements Value {
        @Override
        public Kind kind() {
            return transform.kind;
        }

        @Override
        public List<Value> parts() {
            return List.of(text);
        }
    }

    /**
     * Numbers are exact decimals: a quotient of whole numbers is cut to a whole number, any other after twelve decimals;
     * by zero it is missing. JOIN puts texts together, SPAN is the time from the right to the left.
     */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDE,
        MODULO,
        JOIN,
        SPAN
    }

    record Binary(Operator operator, Value left, Value right) implements Value {
        @Override
        public Kind kind() {
            return switch (operator) {
                case JOIN -> Kind.STRING;
                case SPAN -> Kind.DURATION;
                case PLUS, MINUS, TIMES, DIVIDE, MODULO ->
                    left.kind() == Kind.INT && right.kind() == Kind.INT ? Kind.INT : Kind.DECIMAL;
            };
        }

        @Override
        public List<Value> parts() {
            return List.of(left, right);
        }

        @Override
        public boolean nullable() {
            return operator == Operator.DIVIDE || operator == Operator.MODULO || Value.super.nullable();
        }
    }

    record Count(Items items) implements Lenient {
        @Override
        public Kind kind() {
            return Kind.INT;
        }
    }

    record Either(Truth condition, Value then, Value otherwise) implements Lenient {
        @Override
        public Kind kind() {
            return then.kind() == Kind.DECIMAL ? Kind.DECIMAL : otherwise.kind();
        }

        @Override
        public List<Value> parts() {
            return List.of(then, otherwise);
        }
    }

    /** A condition used as a value: true or false, never missing. */
    record Verdict(Truth truth) implements Lenient {
        @Override
        public Kind kind() {
            return Kind.BOOL;
        }
    }
}
