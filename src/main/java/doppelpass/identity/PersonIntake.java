package doppelpass.identity;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.text;

import doppelpass.core.TeamFunction;
import doppelpass.database.Intake;
import doppelpass.database.IntakeBatch;
import doppelpass.database.IntakeField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Colleagues of another system: inactive, without a password, so that records keep their owners. */
@Component
class PersonIntake implements Intake {
    @Override
    public String object() {
        return "person";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String table() {
        return "identity.person";
    }

    @Override
    public String keys() {
        return "identity.person_key";
    }

    @Override
    public List<IntakeField> fields() {
        String[] functions =
                Arrays.stream(TeamFunction.values()).map(TeamFunction::code).toArray(String[]::new);
        return List.of(
                text("name", 200).must().staged(),
                IntakeField.of("mail", IntakeField.Type.MAIL).must().staged(),
                choice("function", functions).staged());
    }

    @Override
    public Map<String, String> initial() {
        return Map.of(
                "name", "s.name",
                "mail", "s.mail",
                "function", "coalesce(s.function, 'sales')",
                "language", "(select language from identity.organisation)",
                "active", "false");
    }

    /** Who is here already with the same mail address stays as they are and answers to the other system's id too. */
    @Override
    public void prepare(IntakeBatch batch) {
        String known = """
                select p.id from identity.person p join {s} s on s.mail = p.mail
                where s.record_id is null and p.source_id is null""";
        batch.keep("identity.person", known);
        batch.execute("""
                update identity.person p set source_system = {system}, source_id = s.source_id
                from {s} s where s.mail = p.mail and s.record_id is null and p.source_id is null""");
        batch.execute("update {s} s set record_id = p.id from identity.person p where p.mail = s.mail");
    }
}
