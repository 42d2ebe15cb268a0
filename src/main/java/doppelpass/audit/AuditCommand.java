package doppelpass.audit;

import doppelpass.audit.views.Chain;
import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.console.Refused;
import doppelpass.console.Verb;
import java.io.PrintStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code audit verify}: checks the chain, and with {@code --head} that it still holds what was seen before. */
@Component
@Verb("audit")
class AuditCommand implements Command {
    private final Chains chains;

    AuditCommand(Chains chains) {
        this.chains = chains;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        arguments.allowOnly("head");
        if (!arguments.word(0, "what to do: verify").equals("verify")) {
            throw new Refused("Unknown: " + arguments.words().getFirst() + ". There is: audit verify.");
        }
        arguments.option("head").ifPresent(this::demand);
        ChainTable.Examined found = chains.verify(done -> {});
        if (found.broken() != null) throw new Refused(broken(found.broken()));
        out.printf("The chain holds: %d batches, %d changes.%n", found.batches(), found.entries());
        chains.head()
                .ifPresent(head -> out.printf(
                        "Its head is %s%nKeep it elsewhere: audit verify --head … tells whether it is still there.%n",
                        head.code()));
    }

    private void demand(String head) {
        if (!head.matches("\\d{1,18}:[0-9a-f]{64}")) {
            throw new Refused("A head is a number, a colon and 64 hexadecimal digits, as audit verify prints it.");
        }
        long number = Long.parseLong(head.substring(0, head.indexOf(':')));
        Optional<Chain.Batch> batch = chains.batch(number);
        if (batch.isEmpty()) {
            throw new Refused("The chain is broken: batch " + number + " was there and is gone.");
        }
        if (!batch.get().code().equals(head)) {
            throw new Refused("The chain is broken: batch " + number + " is not the one seen before.");
        }
    }

    private String broken(long number) {
        String sealed = chains.batch(number)
                .map(b -> " (sealed " + b.sealedAt() + ", " + b.entries() + " changes)")
                .orElse("");
        return "The chain is broken at batch " + number + sealed
                + ": its entries or the batch before were altered. Compare with the last backup.";
    }
}
