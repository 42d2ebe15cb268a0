package doppelpass.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * What is wrong with a rule text and where (line and column count from 1). A message source resolves it as it stands;
 * the suggestion is text that could stand there instead.
 */
public record Problem(
        int line,
        int column,
        String messageKey,
        List<Object> args,
        @Nullable String suggestion) implements MessageSourceResolvable {
    public Problem {
        args = List.copyOf(args);
    }

    @Override
    public String[] getCodes() {
        return new String[] {messageKey};
    }

    @Override
    public Object[] getArguments() {
        return args.toArray();
    }
}
