package doppelpass.tags;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tags for programs. */
@Component
class TagReference implements Reference {
    private final Tags tags;

    TagReference(Tags tags) {
        this.tags = tags;
    }

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public String page() {
        return "/tags";
    }

    @Override
    public List<Map<String, @Nullable Object>> all(Person reader) {
        return tags.all().stream().map(TagReference::told).toList();
    }

    private static Map<String, @Nullable Object> told(TagRow tag) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", tag.id());
        told.put("name", tag.name());
        return told;
    }
}
