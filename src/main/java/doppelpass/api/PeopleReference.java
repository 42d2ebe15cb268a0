package doppelpass.api;

import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who works here, for owners and assignees. */
@Component
class PeopleReference implements Reference {
    private final People people;

    PeopleReference(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public String page() {
        return "/api";
    }

    @Override
    public List<Map<String, @Nullable Object>> all(Person reader) {
        return people.all().stream().map(PeopleReference::told).toList();
    }

    private static Map<String, @Nullable Object> told(Person person) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", person.id());
        told.put("name", person.name());
        told.put("mail", person.mail());
        told.put("function", person.function().code());
        told.put("active", person.active());
        return told;
    }
}
