package doppelpass.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a form to click together, made by {@link Builders}. A page shows it with
 * {@code @template.doppelpass.rules.views.builder(builder = b, name = "where")}: inside a form or not, it then holds one
 * input {@code where} with the rule's text and keeps it up to date; its own inputs belong to no form. Whenever the text
 * may have changed, {@code rule-built} bubbles from the builder to the body.
 *
 * @param term the term the rule defines, empty if it defines none
 * @param tree what the form shows; empty where {@code shown} is false, as the rule says more than the form can
 * @param incomplete conditions that lack a field or a value and are therefore not part of the text
 * @param rule null if the text is empty or refused
 * @param focus address of the input to put the cursor in, empty if it stays where it is
 */
public record Builder(
        String subject,
        String term,
        String text,
        boolean shown,
        Block tree,
        int incomplete,
        @Nullable Rule rule,
        List<Problem> problems,
        String focus) {

    public Builder {
        problems = List.copyOf(problems);
    }

    /** A part of the form; addresses count from the outermost group: {@code .0.2} is the third part of its first. */
    public sealed interface Part {
        String at();
    }

    public record Option(String value, Word label) {}

    public record Options(Word label, List<Option> options) {
        public Options {
            options = List.copyOf(options);
        }
    }

    /** A group; {@code room} tells whether another one may lie within, {@code lists} whether there are lists to ask. */
    public record Block(String at, boolean all, List<Part> parts, boolean room, boolean lists) implements Part {
        public Block {
            parts = List.copyOf(parts);
        }
    }

    /** A condition; {@code known} are texts to offer for its value. */
    public record Row(
            String at,
            List<Options> fields,
            String field,
            List<Option> operators,
            String operator,
            ValueInput input,
            List<String> values,
            List<Option> choices,
            List<String> known)
            implements Part {
        public Row {
            fields = List.copyOf(fields);
            operators = List.copyOf(operators);
            values = List.copyOf(values);
            choices = List.copyOf(choices);
            known = List.copyOf(known);
        }

        public String value(int number) {
            return number < values.size() ? values.get(number) : "";
        }

        public String lines() {
            return String.join("\n", values);
        }
    }

    /** A condition on related records. */
    public record ListRow(
            String at,
            List<Options> lists,
            String list,
            List<Option> quantities,
            String quantity,
            String count,
            Block inside)
            implements Part {
        public ListRow {
            lists = List.copyOf(lists);
            quantities = List.copyOf(quantities);
        }
    }
}
