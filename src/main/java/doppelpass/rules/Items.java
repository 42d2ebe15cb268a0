package doppelpass.rules;

import org.jspecify.annotations.Nullable;

/** A list that a rule counts or searches; the filter, if any, speaks about the variable. Missing lists are empty. */
sealed interface Items {
    Variable variable();

    @Nullable
    Truth filter();

    Items filtered(Truth condition);

    /** Related records: those the relation leads to from the record at the path. */
    record Related(
            Path owner,
            Path.Hop many,
            Variable variable,
            @Nullable Truth filter) implements Items {
        @Override
        public Related filtered(Truth condition) {
            return new Related(owner, many, variable, Truth.both(filter, condition));
        }
    }

    record Texts(
            Value.Column column,
            Variable variable,
            @Nullable Truth filter) implements Items {
        @Override
        public Texts filtered(Truth condition) {
            return new Texts(column, variable, Truth.both(filter, condition));
        }
    }
}
