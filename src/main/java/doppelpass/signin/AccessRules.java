package doppelpass.signin;

import doppelpass.identity.People;
import doppelpass.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the organisation demands of those who sign in, as administrators set it. */
@Component
class AccessRules {
    private final AccessTable table;
    private final People people;

    AccessRules(AccessTable table, People people) {
        this.table = table;
        this.people = people;
    }

    AccessRule get() {
        return table.rule().orElse(AccessRule.USUAL);
    }

    @Transactional
    public void change(AccessRule rule) {
        if (!rule.address().isEmpty() && !rule.address().matches("https?://[^\\s/?#@]+")) {
            throw Refusal.of("signin.error.address");
        }
        if (rule.providersOnly()) {
            if (!table.anyProvider()) throw Refusal.conflict("signin.error.noProvider");
            if (!people.administratorHasPassword()) throw Refusal.conflict("signin.error.noBreakGlass");
        }
        table.save(rule);
    }
}
