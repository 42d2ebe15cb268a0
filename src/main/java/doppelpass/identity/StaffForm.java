package doppelpass.identity;

import doppelpass.core.TeamFunction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page of one person asks for. */
public record StaffForm(
        @Nullable String name,
        @Nullable String mail,
        @Nullable String function,
        @Nullable Long team,
        @Nullable Boolean leadsTeam,
        @Nullable Boolean administrator,
        @Nullable String language) {

    public StaffForm {
        name = text(name);
        mail = text(mail);
        function = text(function);
    }

    static StaffForm empty(String language) {
        return new StaffForm("", "", "", null, false, false, language);
    }

    static StaffForm of(StaffRow row) {
        return new StaffForm(
                row.name(),
                row.mail(),
                row.function().code(),
                row.teamId(),
                row.leadsTeam(),
                row.administrator(),
                row.language());
    }

    /** Field → message key of what is wrong. */
    Map<String, String> errors() {
        Map<String, String> errors = new HashMap<>();
        if (text(name).isEmpty()) {
            errors.put("name", "web.error.required");
        }
        if (!text(mail).matches("[^@\\s]+@[^@\\s]+")) {
            errors.put("mail", "identity.error.mailForm");
        }
        if (Arrays.stream(TeamFunction.values()).noneMatch(f -> f.code().equals(function))) {
            errors.put("function", "web.error.required");
        }
        if (leads() && team == null) {
            errors.put("team", "identity.error.leadsNothing");
        }
        return errors;
    }

    StaffChange toChange() {
        return new StaffChange(
                text(name),
                text(mail).toLowerCase(Locale.ROOT),
                function(text(function)),
                team,
                leads(),
                administers());
    }

    NewPerson toPerson() {
        return new NewPerson(
                text(mail),
                text(name),
                null,
                "en".equals(language) ? "en" : "de",
                function(text(function)),
                team,
                leads(),
                administers());
    }

    /** A box that is not ticked is not sent at all. */
    public boolean leads() {
        return Boolean.TRUE.equals(leadsTeam);
    }

    public boolean administers() {
        return Boolean.TRUE.equals(administrator);
    }

    public String teamValue() {
        return team == null ? "" : team.toString();
    }

    private static TeamFunction function(String code) {
        return TeamFunction.of(code);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
